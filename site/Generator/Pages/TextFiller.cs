using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page about the archive, and the one for addresses that do not exist.</summary>
public sealed class TextFiller(ReportArchive archive, Frames frames)
{
    private Words Words => frames.Words;

    public About FillAbout()
    {
        var page = frames.Here(Routes.About);
        var reports = archive.Agencies.SelectMany(agency => agency.Current).CountBy(report => report.Edition?.Id ?? "").ToDictionary();

        ImmutableArray<Link> Terms(FormEdition edition, IEnumerable<string> ids) =>
            [.. ids.Select(id => new Link(FormTerms.Get(id).LabelIn(Words, edition), frames.Link(page, Routes.Glossary, id)))];

        return new About(
            frames.Frame(Routes.About, Words["about.title"], Words["about.description"]),
            [.. Editions.All.Select(edition => new EditionLine(
                edition.Id, Words.IsEnglish ? edition.LabelEnglish : edition.Label, edition.LegalBasis, reports.GetValueOrDefault(edition.Id)))],
            [.. frames.Terms.States.Values, frames.Terms.Corrected, frames.Terms.Disputed],
            [.. Crosswalk.Lines.Select(line => new CrosswalkRow(
                Terms(Editions.Form2008, line.Form2008.Select(Routes.SheetTerm)), Terms(Editions.Form2019, line.Form2019), Terms(Editions.Form2021, line.Form2021),
                line.Form2019.SequenceEqual(line.Form2021), Words[$"about.crosswalk.{line.Correspondence}"], Words[$"about.crosswalk.{line.Key}"]))],
            [.. CheckRule.All.Select(rule => new RuleLine(new Link(Words[$"rule.{rule.Id}.name"], Routes.Link(page, Routes.Rule(rule))), Words[$"rule.{rule.Id}.says"]))],
            frames.Link(page, Routes.Data),
            frames.Link(page, Routes.Checks),
            frames.Link(page, Routes.Glossary),
            frames.Link(page, Routes.Contribute));
    }

    public NotFound FillNotFound() => new(frames.NotFoundFrame());
}
