using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Feeds;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the pages that explain: about, data, and the one for addresses that do not exist.</summary>
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

    public DataFiles FillData(ImmutableArray<int> years)
    {
        var page = frames.Here(Routes.Data);
        DataFileLine File(string path, string meaning) => new(new Link(path, Routes.Link(page, path)), Words[meaning]);
        var figures = years.Reverse().Select(year => new Link(frames.Terms.Year(year), Routes.Link(page, Routes.FiguresData(year))));
        var isUndated = archive.Reports.Any(report => report.Year is null);
        var frame = frames.Frame(Routes.Data, Words["data.title"], Words["data.description"]);
        var files = new[] { Routes.ReportsData, Routes.ChecksData, Routes.DiagnosticsData }.Concat(years.Select(Routes.FiguresData))
            .Select(path => (Routes.Link(page, path), path.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : "application/json"))
            .Append((Routes.Link(page, Routes.Database), "application/vnd.sqlite3"));
        return new DataFiles(
            frame with
            {
                Metadata = frame.Metadata with { StructuredData = DatasetCard.Of(archive.Settings, frames.Address(page), Words["data.description"], files) },
            },
            [
                File(Routes.ArchiveData, "data.index"),
                File(Routes.ReportsData, "data.reports"),
                File(Routes.ChecksData, "data.checks"),
                File(Routes.DiagnosticsData, "data.diagnostics"),
                File(Routes.FormsData, "data.forms"),
                File(Routes.Database, "data.database"),
                File(Routes.DataPackage, "data.package"),
                new DataFileLine(new Link(Words["data.report.path"], null), Words["data.report"]),
                .. NewsFeed.Exists(archive.Reports) ? [File(Routes.Atom(""), "data.feeds")] : ImmutableArray<DataFileLine>.Empty,
                .. years.IsEmpty ? ImmutableArray<DataFileLine>.Empty : [File(Routes.Dates, "data.dates")],
            ],
            [.. isUndated ? figures.Append(new Link(Words["year.undated"], Routes.Link(page, Routes.UndatedFiguresData))) : figures],
            frames.Link(page, Routes.Glossary),
            frames.Link(page, Routes.Api));
    }

    public NotFound FillNotFound() => new(frames.NotFoundFrame());
}
