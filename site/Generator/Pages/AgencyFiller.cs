using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the list of agencies and the page of each.</summary>
public sealed class AgencyFiller(ReportArchive archive, IReportStore store, Frames frames)
{
    public AgencyList FillList() => new(
        frames.Frame(Routes.Agencies, "机关", "按地区列出全部机关。"),
        [.. RegionEntry.Of(archive).Select((region, i) => new RegionOfAgencies(Routes.Region(i), region.Title, [.. region.Agencies.Select(Line)]))]);

    public AgencyHistory Fill(AgencyEntry agency)
    {
        var path = Routes.Agency(agency.Key);
        return new AgencyHistory(
            frames.Frame(path, agency.Name, $"{agency.Name}历年政府信息公开工作年度报告。", ("机关", Routes.Agencies)),
            agency.Register?.Region ?? "",
            agency.Register?.Kind ?? "",
            agency.Register is { Aliases.IsEmpty: false } register ? string.Join("、", register.Aliases) : "",
            agency.IsUnidentified,
            Years(path, agency),
            // Reports of unknown agencies make no series.
            agency.IsUnidentified ? null : SeriesFiller.Fill(path, agency, store));
    }

    private static AgencyLine Line(AgencyEntry agency) => new(
        new Link(agency.Name, Routes.Link(Routes.Agencies, Routes.Agency(agency.Key))),
        agency.Register?.Kind ?? "",
        agency.Current.Count(),
        Numbers.Span([.. agency.Current.Select(report => report.Year).OfType<int>()]),
        string.Join("、", agency.Gaps),
        agency.Current.Count(report => report.Failed > 0));

    private static ImmutableArray<HistoryLine> Years(string path, AgencyEntry agency)
    {
        var lines = new List<(int? Year, HistoryLine Line)>();
        FormEdition? edition = null;
        foreach (var report in agency.Current)
        {
            var isChanged = !agency.IsUnidentified && edition is not null && report.Edition is not null && edition != report.Edition;
            edition = report.Edition ?? edition;
            ImmutableArray<Link> earlier = agency.IsUnidentified
                ? []
                : [.. agency.Reports.Where(other => !other.IsCurrent && other.Year == report.Year)
                    .Select(other => new Link(Terms.Chinese.Revision(other), Routes.Link(path, Routes.Report(other))))];
            lines.Add((report.Year, new HistoryLine(Terms.Chinese.Year(report), ReportLines.Fill(path, agency, report), earlier, isChanged)));
        }

        lines.AddRange(agency.Gaps.Select(year => ((int?)year, new HistoryLine($"{year}年", null, [], false))));
        return [.. lines.OrderByDescending(line => line.Year ?? int.MinValue).Select(line => line.Line)];
    }
}
