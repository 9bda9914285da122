using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A report in a list.</summary>
public static class ReportLines
{
    /// <param name="from">The page that lists it.</param>
    public static ReportLine Fill(string from, AgencyEntry agency, ReportEntry report) => new(
        new Link(agency.Name, Routes.Link(from, Routes.Agency(agency.Key))),
        Terms.Chinese.Year(report),
        new Link(Title(agency, report), Routes.Link(from, Routes.Report(report))),
        Terms.Chinese.Edition(report),
        Numbers.Date(report.Published),
        Numbers.Text(report.Key.Received),
        Numbers.Text(report.Key.Concluded),
        Numbers.Text(report.Key.Reviews),
        Numbers.Text(report.Key.Lawsuits),
        Numbers.Checks(report));

    /// <summary>Reports of unidentified agencies are told apart by their files.</summary>
    private static string Title(AgencyEntry agency, ReportEntry report)
    {
        var title = report.Title.Length > 0 ? report.Title : $"{Terms.Chinese.Year(report)}报告";
        return agency.IsUnidentified ? $"{title}（{Terms.FileName(report)}）" : title;
    }
}
