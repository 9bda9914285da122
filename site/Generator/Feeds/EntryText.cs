using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>What an entry says of its report, in Chinese.</summary>
public static class EntryText
{
    private static Words Words => Words.Chinese;

    /// <summary>The report's title; its agency before it where the title does not name it.</summary>
    public static string Title(FeedEntry entry) => ReportTitle.Of(entry.Agency, entry.Report, entry.Report.Title, Terms.Chinese);

    /// <summary>What the report holds: its form, its cells by state, and how its relations were judged, those that fail by name.</summary>
    public static string Summary(FeedEntry entry)
    {
        var report = entry.Report;
        var sentences = new List<string>();
        if (!report.IsCurrent)
            sentences.Add(Words["feed.revision"]);
        sentences.Add(report.Edition is null ? Words["feed.unread"] : Words["feed.form", Terms.Chinese.Edition(report.Edition)]);
        if (report.TranscribedBy is { } by)
            sentences.Add(Words["feed.transcribed", by]);
        if (!report.Cells.IsEmpty)
            sentences.Add(Words["feed.cells", Words.List(Enum.GetValues<FigureState>().Where(report.Cells.ContainsKey).Select(state => Words["feed.cells.state", Terms.Chinese.Of(state), report.Cells[state]]))]);
        if (report.Passed + report.Failed + report.NotAssessable > 0)
            sentences.Add(Words["feed.checks", report.Passed, report.Failed, report.NotAssessable]);
        if (report.Failed > 0)
            sentences.Add(Words["feed.failed", Words.List(Failed(report))]);
        return string.Concat(sentences);
    }

    /// <summary>Who published the report; null if that is not known.</summary>
    public static string? Author(FeedEntry entry) => entry.Agency.IsUnidentified ? null : entry.Agency.Name;

    /// <summary>The beginning of a day where these reports are published, as RFC 3339 has it.</summary>
    public static string Time(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00+08:00'", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Failed(ReportEntry report) => report.Tallies
        .GroupBy(tally => tally.Rule, (rule, tallies) => (Rule: rule, Failed: tallies.Sum(tally => tally.Failed)))
        .Where(tally => tally.Failed > 0)
        .OrderBy(tally => tally.Rule.Place)
        .Select(tally => Words["feed.failed.rule", Words[$"rule.{tally.Rule.Id}.name"], tally.Failed]);
}
