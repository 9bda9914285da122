using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A report in a list.</summary>
public static class ReportLines
{
    /// <param name="from">The page that lists it, by where it lies.</param>
    /// <param name="terms">The page's language; Chinese if not said.</param>
    public static ReportLine Fill(string from, AgencyEntry agency, ReportEntry report, Terms? terms = null)
    {
        terms ??= Terms.Chinese;
        return new ReportLine(
            new Link(terms.Name(agency), Routes.Link(from, Routes.Agency(agency.Key))),
            terms.Year(report),
            new Link(Title(agency, report, terms), Routes.Link(from, Routes.Report(report))),
            terms.Edition(report),
            Numbers.Date(report.Published),
            Numbers.Text(report.Key.Received),
            Numbers.Text(report.Key.Concluded),
            Numbers.Text(report.Key.Reviews),
            Numbers.Text(report.Key.Lawsuits),
            Numbers.Checks(report));
    }

    /// <summary>Reports of unidentified agencies are told apart by their files.</summary>
    private static string Title(AgencyEntry agency, ReportEntry report, Terms terms)
    {
        var title = report.Title.Length > 0 ? report.Title : terms.Words["report.untitled", terms.Year(report)];
        return agency.IsUnidentified ? terms.Words["report.of_file", title, Terms.FileName(report)] : title;
    }
}
