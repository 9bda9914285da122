using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page of a report.</summary>
public sealed class ReportFiller(Frames frames)
{
    /// <param name="agency">The report's agency with all its reports.</param>
    /// <param name="entry">Which of them.</param>
    /// <param name="report">The whole of it.</param>
    public Report Fill(AgencyEntry agency, ReportEntry entry, AnnualReport report)
    {
        var path = Routes.Report(entry);
        Link To(ReportEntry other, string text) => new(text, Routes.Link(path, Routes.Report(other)));

        var title = Title(agency, entry, report);
        var source = new Link(Terms.FileName(entry), Routes.Link(path, Routes.Source(entry)));
        ImmutableArray<ReportEntry> sameYear = agency.IsUnidentified || entry.Year is null
            ? []
            : [.. agency.Reports.Where(other => other.Year == entry.Year && other.Slug != entry.Slug)];
        var current = entry.IsCurrent ? null : sameYear.FirstOrDefault(other => other.IsCurrent);
        ReportEntry? previous = null, next = null;
        if (!agency.IsUnidentified && entry.Year is { } year)
        {
            previous = agency.Current.LastOrDefault(other => other.Year < year);
            next = agency.Current.FirstOrDefault(other => other.Year > year);
        }

        var checks = ReportChecks.Fill(entry, report, previous);
        return new Report(
            frames.Frame(
                path, title, $"{agency.Name}{Terms.Chinese.Year(entry)}政府信息公开工作年度报告：表格、正文、勾稽核对与原件。",
                ("机关", Routes.Agencies), (agency.Name, Routes.Agency(agency.Key))),
            new Link(agency.Name, Routes.Link(path, Routes.Agency(agency.Key))),
            source,
            Facts(path, agency, entry, report, source),
            current is null ? null : To(current, $"{Terms.Chinese.Year(current)}报告（{Terms.Chinese.Revision(current)}）"),
            entry.IsCurrent ? [.. sameYear.Where(other => !other.IsCurrent).Select(other => To(other, Terms.Chinese.Revision(other)))] : [],
            previous is null ? null : To(previous, Terms.Chinese.Year(previous)),
            next is null ? null : To(next, Terms.Chinese.Year(next)),
            ReportParts.Fill(report),
            Legend(report),
            checks,
            Numbers.Checks(entry),
            // Failed relations are shown with their evidence; saying them twice helps nobody.
            [.. report.Diagnostics.Concat(entry.Added)
                .Where(diagnostic => diagnostic.Code != DiagnosticRules.CheckFailed.Code)
                .OrderByDescending(diagnostic => diagnostic.Severity)
                .Select(DiagnosticLines.Fill)],
            report.TranscribedBy ?? "",
            report.FurtherSources.IsEmpty ? [] : Sources(path, entry, report),
            Unread(path, entry, report));
    }

    /// <summary>All files of a report that came in several, each with what comparing it gave.</summary>
    private static ImmutableArray<ReportSource> Sources(string path, ReportEntry entry, AnnualReport report)
    {
        var paths = ReportPaths.Sources(entry);
        ReportSource Line(SourceInfo source, int index, string? url, DateOnly? accessed, string outcome, ImmutableArray<SourceDifference> differences) => new(
            new Link(Terms.FileName(source), Routes.Link(path, paths[index])), Terms.Chinese.Facts(source), source.Sha256,
            url is null ? null : ExternalLinks.Web(url) is var origin && accessed is not null ? origin with { Text = $"{origin.Text}（{Numbers.Date(accessed)} 取得）" } : origin,
            outcome, differences);

        return
        [
            Line(report.Source, 0, report.Url, report.Accessed, "主文件：本页的正文和数字取自这一份。", []),
            .. report.FurtherSources.Select((further, i) => Line(
                further.Source, i + 1, further.Url, further.Accessed, Outcome(further),
                [.. further.Differing.Select(theirs => new SourceDifference(
                    new Link(CellLabels.Within(report, [theirs.Name])(theirs.Name), Routes.Anchor(theirs.Name.ToString())),
                    FigureCells.InWords(report[theirs.Name]!), FigureCells.InWords(theirs), theirs.Location.ToChinese()))])),
        ];
    }

    private static string Outcome(FurtherSource further)
    {
        if (further is { Agreeing: 0, Differing.IsEmpty: true, Additional.IsEmpty: true })
            return "没有从这一份中读出可以比对的数字。";
        var outcome = new List<string>
        {
            further.Differing.IsEmpty ? $"与主文件比对：{further.Agreeing} 个数字一致" : $"与主文件比对：{further.Differing.Length} 格不同，{further.Agreeing} 个数字一致",
        };
        if (further.Unmatched > 0)
            outcome.Add($"{further.Unmatched} 个数字只在主文件中读出");
        if (further.Additional.Length > 0)
            outcome.Add($"{further.Additional.Length} 个数字只在这一份中读出，没有采用");
        return string.Join("，", outcome) + "。" + (further.TranscribedBy is { } by ? $"这一份的数字由{by}从原件抄录。" : "");
    }

    /// <summary>A file that gave nothing is still a report: it can be downloaded, and its figures transcribed.</summary>
    private static UnreadFile? Unread(string path, ReportEntry entry, AnnualReport report) =>
        report is { Sections.IsEmpty: true, Tables.IsEmpty: true, OwnTables.IsEmpty: true }
            ? new UnreadFile(
                report.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code.StartsWith("DA1", StringComparison.Ordinal))?.Chinese ?? "",
                Terms.FileName(entry) + SidecarReader.Extension,
                Routes.Link(path, Routes.About, Routes.Transcribing))
            : null;

    /// <summary>The report's own title; its agency before it where the title does not name it.</summary>
    private static string Title(AgencyEntry agency, ReportEntry entry, AnnualReport report)
    {
        if (report.Title.Length == 0)
            return agency.IsUnidentified
                ? $"待认定机关的报告（{Terms.FileName(entry)}）"
                : $"{agency.Name}{Terms.Chinese.Year(entry)}政府信息公开工作年度报告";
        ImmutableArray<string> names = [agency.Name, .. agency.Register?.Aliases ?? []];
        return agency.IsUnidentified || names.Any(name => report.Title.Contains(name, StringComparison.Ordinal))
            ? report.Title
            : $"{agency.Name} {report.Title}";
    }

    private static ImmutableArray<ReportFact> Facts(string path, AgencyEntry agency, ReportEntry entry, AnnualReport report, Link file)
    {
        var source = report.Source;
        var facts = ImmutableArray.CreateBuilder<ReportFact>();
        facts.Add(new ReportFact("机关", new Link(agency.Name, Routes.Link(path, Routes.Agency(agency.Key))), report.AgencyName is { } name ? Terms.Chinese.Of(name.Source) : "报告没有写明"));
        facts.Add(new ReportFact(
            "年度", entry.Year is { } year ? new Link($"{year}", Routes.Link(path, Routes.Year(year))) : new Link("未定", null),
            report.Year is { } told ? Terms.Chinese.Of(told.Source) : ""));
        facts.Add(new ReportFact("公布日期", new Link(report.Published is { } date ? Numbers.Date(date.Value) : "未注明", null), report.Published is { } from ? Terms.Chinese.Of(from.Source) : ""));
        facts.Add(report.Edition is { } edition
            ? new ReportFact("格式", new Link(edition.Label, null), edition.LegalBasis)
            : new ReportFact("格式", new Link("无法判断", null), "文件没有读出内容"));
        if (entry.Cells.Values.Sum() > 0)
            facts.Add(new ReportFact("法定数字", new Link(CellCounts(entry), null), report.TranscribedBy is { } by ? $"由{by}从原件抄录" : ""));
        facts.Add(new ReportFact(
            "原件", file,
            Terms.Chinese.Facts(source) + (report.FurtherSources.IsEmpty ? "" : $"；主文件，另有 {report.FurtherSources.Length} 份，见下面的“原件”")));
        facts.Add(new ReportFact("SHA-256", new Link(source.Sha256, null), Code: true));
        if (report.Url is { } url)
            facts.Add(new ReportFact("来源", ExternalLinks.Web(url), report.Accessed is { } accessed ? $"{Numbers.Date(accessed)} 取得" : ""));
        facts.Add(new ReportFact("数据", new Link("JSON", Routes.Link(path, Routes.ReportData(entry))), "全部数字、原文、位置与核对结果"));
        return facts.ToImmutable();
    }

    private static string CellCounts(ReportEntry entry)
    {
        var counts = new List<string> { $"{entry.Cells.GetValueOrDefault(FigureState.Reported)} 个有数" };
        foreach (var state in Terms.Chinese.States.Keys)
            if (entry.Cells.GetValueOrDefault(state) is > 0 and var count)
                counts.Add($"{count} 个{Terms.Chinese.State(state, entry.TranscribedBy is not null).Word}");
        return string.Join("，", counts);
    }

    private static ImmutableArray<LegendEntry> Legend(AnnualReport report)
    {
        var figures = report.Figures.Concat(report.OwnTables.SelectMany(table => table.Figures));
        var states = new HashSet<FigureState>();
        var corrected = false;
        foreach (var figure in figures)
        {
            if (figure.Correction is not null)
                corrected = true;
            else
                states.Add(figure.State);
        }

        var legend = Terms.Chinese.States.Keys.Where(states.Contains).Select(state => Terms.Chinese.State(state, report.TranscribedBy is not null));
        if (corrected)
            legend = legend.Append(Terms.Chinese.Corrected);
        return [.. report.FurtherSources.Any(further => further.Differing.Length + further.Additional.Length > 0) ? legend.Append(Terms.Chinese.Disputed) : legend];
    }
}
