using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Documents;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;
using DisclosureArchive.Theme.Pages;

namespace DisclosureArchive.Generator.Pages;

/// <summary>All pages of the site, with the style sheet and scripts that they need. Each is filled and rendered when its content is asked for.</summary>
public sealed class SitePages : IPages
{
    private readonly PageRenderer _renderer = new();

    public IEnumerable<OutputFile> Of(ReportArchive archive, IReportStore store)
    {
        var frames = new Frames(archive.Settings, Terms.Chinese);
        var agencies = new AgencyFiller(archive, store, frames);
        var reports = new ReportFiller(frames);
        var years = new YearFiller(archive, frames);
        var failures = new Failures(archive, store);
        var outcomes = new RuleOutcomes(archive);
        var repetitions = new RepetitionFiller(store, frames);

        yield return Page<YearsPage, YearList>(Routes.Years, years.FillList);
        yield return Page<ChecksPage, CheckList>(Routes.Checks, new ChecksFiller(archive, failures, outcomes, frames).Fill);
        foreach (var rule in CheckRule.All)
            yield return Page<RulePage, Rule>(Routes.Rule(rule), () => new RuleFiller(failures, outcomes, frames).Fill(rule));
        var compare = new CompareFiller(archive);
        foreach (var local in (Frames[])[frames, new Frames(archive.Settings, Terms.English)])
        {
            yield return Page<HomePage, Home>(local.Here(Routes.Home), new HomeFiller(archive, local).Fill, local.Words);
            yield return Page<AgenciesPage, AgencyList>(local.Here(Routes.Agencies), new AgencyFiller(archive, store, local).FillList, local.Words);
            var texts = new TextFiller(archive, local);
            yield return Page<AboutPage, About>(local.Here(Routes.About), texts.FillAbout, local.Words);
            yield return Page<ApiPage, Api>(local.Here(Routes.Api), new ApiFiller(archive, local).Fill, local.Words);
            yield return Page<DictionaryPage, DataDictionary>(local.Here(Routes.Dictionary), new DataFiller(archive, local).FillDictionary, local.Words);
            yield return Page<GlossaryPage, Glossary>(local.Here(Routes.Glossary), new GlossaryFiller(local).Fill, local.Words);
            yield return Page<SearchPage, ArchiveSearch>(local.Here(Routes.Search), () => SearchFiller.Fill(local), local.Words);
            foreach (var (component, page) in StandingPages.All)
                yield return new OutputFile(
                    local.Here(page.Path), () => _renderer.Render(component, local.Frame(page.Path, local.Words[page.TitleKey], ""), local.Words));
            yield return Page<ChangeLogPage, ChangeLog>(local.Here(Routes.ChangeLog), new ChangeLogFiller(archive, local).Fill, local.Words);
            yield return Page<ComparePage, Comparison>(local.Here(Routes.Compare), () => compare.Fill(local), local.Words);
            yield return Page<ContributePage, Contribution>(local.Here(Routes.Contribute), new ContributeFiller(archive, local).Fill, local.Words);
        }

        yield return Page<NotFoundPage, NotFound>(Routes.NotFound, new TextFiller(archive, frames).FillNotFound);
        foreach (var asset in Assets.Names)
            yield return new OutputFile(Routes.Asset(asset), () => Assets.Read(asset));

        foreach (var words in (Words[])[Words.Chinese, Words.English])
            yield return new OutputFile(Routes.WordsScript(words), () => words.Script());
        yield return new OutputFile(Routes.EnglishScript, () => EnglishDictionary.Script());
        yield return new OutputFile(Routes.Forms, Data.FormsScript.Content);
        yield return new OutputFile(Routes.Definitions, Data.FormsJson.Script);
        yield return new OutputFile(Routes.Documents, FormDocumentsScript.Content);

        foreach (var year in years.Years)
            yield return Page<YearPage, YearOverview>(Routes.Year(year), () => years.Fill(year));
        var data = new Data.AgencyJson(archive);
        foreach (var agency in archive.Agencies)
        {
            // Its page, its data and its figures are made one after the other, from reports that are loaded once.
            var loaded = new Lazy<ImmutableArray<AgencyYear>>(() => AgencyYear.Of(agency, store));
            yield return Page<AgencyPage, AgencyHistory>(Routes.Agency(agency.Key), () => agencies.Fill(agency, loaded.Value));
            foreach (var path in agency.FormerPaths(Routes.AgencyData(agency.Key)).Prepend(Routes.AgencyData(agency.Key)))
                yield return new OutputFile(path, () => data.Of(agency, loaded.Value));
            if (!agency.IsUnidentified)
                yield return new OutputFile(Routes.Figures(agency.Key), () => Data.AgencyFigures.Of(agency.Key, loaded.Value));
            foreach (var moved in Moved(frames, agency, Routes.Agency(agency.Key)))
                yield return moved;
            foreach (var entry in agency.Withdrawn)
            {
                yield return Page<WithdrawnPage, WithdrawnNotice>(entry.Page, () => new WithdrawnFiller(frames).Fill(agency, entry));
                foreach (var moved in Moved(frames, agency, entry.Page))
                    yield return moved;
            }

            foreach (var entry in agency.Reports)
            {
                yield return Page<ReportPage, Report>(Routes.Report(entry), () => reports.Fill(agency, entry, store.Load(entry)));
                foreach (var moved in Moved(frames, agency, Routes.Report(entry)))
                    yield return moved;
                if (Repetition.Former(agency, entry) is not { } former)
                    continue;
                yield return Page<ChangesPage, ProseChanges>(Routes.Changes(entry), () => repetitions.Fill(agency, former, entry));
                foreach (var moved in Moved(frames, agency, Routes.Changes(entry)))
                    yield return moved;
            }
        }
    }

    /// <summary>What stands at the addresses that a page had before its agency got its id.</summary>
    private IEnumerable<OutputFile> Moved(Frames frames, AgencyEntry agency, string page) => agency.FormerPaths(page).Select(former => Page<MovedPage, Moved>(former, () =>
        new Moved(
            frames.Title, Routes.Link(former, page), frames.Address(page) ?? Routes.Link(former, page), Routes.Link(former, Routes.Stylesheet),
            Routes.Link(former, Routes.Asset("moved.js")))));

    public IEnumerable<OutputFile> Last(ReportArchive archive, IReadOnlyList<Data.DataFile> files)
    {
        foreach (var words in (Terms[])[Terms.Chinese, Terms.English])
        {
            var local = new Frames(archive.Settings, words);
            yield return Page<DataPage, DataFiles>(local.Here(Routes.Data), () => new DataFiller(archive, local).Fill(files), local.Words);
        }
    }

    private OutputFile Page<TPage, TModel>(string path, Func<TModel> fill, Words? words = null) where TPage : Showing<TModel> =>
        new(path, () => _renderer.Render<TPage, TModel>(fill(), words ?? Words.Chinese));
}
