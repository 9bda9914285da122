using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page that stands in the place of a withdrawn report.</summary>
public sealed class WithdrawnFiller(Frames frames)
{
    public WithdrawnNotice Fill(AgencyEntry agency, WithdrawnEntry entry)
    {
        var (words, path, report) = (frames.Words, entry.Page, entry.Report);
        var year = report.Year is { } known ? frames.Terms.Year(known) : words["year.undated"];
        var title = report.Title.Length > 0 ? report.Title : words["report.title", agency.Name, year];
        var current = report.Year is null || agency.IsUnidentified ? null : agency.Current.FirstOrDefault(other => other.Year == report.Year);
        return new WithdrawnNotice(
            frames.Frame(path, title, words["withdrawn.says", Numbers.Date(report.Withdrawal.Date)], (words["nav.agencies"], Routes.Agencies), (agency.Name, Routes.Agency(agency.Key))),
            new Link(agency.Name, Routes.Link(path, Routes.Agency(agency.Key))),
            Numbers.Date(report.Withdrawal.Date),
            report.Withdrawal.Reason,
            current is null ? null : new Link(current.Title.Length > 0 ? current.Title : frames.Terms.Year(current), Routes.Link(path, Routes.Report(current))),
            Routes.Link(path, entry.Json),
            Words.English);
    }
}
