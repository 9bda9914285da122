using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Failed relations as lines of a table.</summary>
public static class FailureLines
{
    /// <param name="page">The page that the line stands on.</param>
    public static FailureLine Fill(Frames frames, string page, CheckRule rule, Failures.Failure failure)
    {
        var (agency, entry, finding) = failure;
        return new FailureLine(
            new Link(frames.Words[$"rule.{rule.Id}.name"], Routes.Link(page, Routes.Rule(rule))),
            new Link(agency.Name, Routes.Link(page, Routes.Agency(agency.Key))),
            new Link(agency.IsUnidentified ? Terms.FileName(entry) : frames.Terms.Year(entry), Routes.Link(page, Routes.Report(entry), $"check.{finding.Rule}")),
            PlaceOf(rule, finding),
            Numbers.Text(finding.Left) ?? "",
            Numbers.Text(finding.Right) ?? "",
            Numbers.Text(finding.Difference) ?? "");
    }

    private static string PlaceOf(CheckRule rule, Finding finding) => rule.Id switch
    {
        "requests.balance" or "requests.results_sum" or Finding.CarryOver => FormTerms.LabelOf("requests", finding.LeftCells[0].Column),
        "requests.row_total" or "disputes.row_total" or "statistics_2008.sum" => FormTerms.LabelOf(finding.LeftCells[0].Table, finding.LeftCells[0].Row),
        _ => "",
    };
}
