using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page of a report.</summary>
public sealed class ReportFiller(Frames frames)
{
    private Terms Terms => frames.Terms;

    private Words Words => frames.Words;

    /// <param name="agency">The report's agency with all its reports.</param>
    /// <param name="entry">Which of them.</param>
    /// <param name="report">The whole of it.</param>
    public Report Fill(AgencyEntry agency, ReportEntry entry, AnnualReport report)
    {
        var path = Routes.Report(entry);
        Link To(ReportEntry other, string text) => new(text, Routes.Link(path, Routes.Report(other)));

        var title = ReportTitle.Of(agency, entry, report.Title, Terms);
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
        var cited = CitedReport.Of(agency, entry, report, title, frames);
        var frame = frames.Frame(
            path, title, Words["report.description", agency.Name, Terms.Year(entry)], (Words["nav.agencies"], Routes.Agencies), (agency.Name, Routes.Agency(agency.Key)));
        return new Report(
            frame with
            {
                Metadata = frame.Metadata with
                {
                    Tags = [.. frame.Metadata.Tags.Where(tag => tag.Name is not ("ColumnName" or "og:type")), ("og:type", "article"), .. cited.Tags(Words["report.column"])],
                    StructuredData = cited.StructuredData(frame.Site.Title, source.Href!),
                    Alternates =
                    [
                        ("application/json", Words["report.fact.data"], Routes.Link(path, Routes.ReportData(entry))),
                        ("application/ld+json", Words["report.fact.provenance"], Routes.Link(path, ReportPaths.Provenance(entry))),
                    ],
                },
            },
            new Link(agency.Name, Routes.Link(path, Routes.Agency(agency.Key))),
            source,
            KeyFigures(path, entry, report, previous),
            Facts(path, agency, entry, report, source),
            current is null ? null : To(current, Words["report.of_revision", Terms.Year(current), Terms.Revision(current)]),
            entry.IsCurrent ? [.. sameYear.Where(other => !other.IsCurrent).Select(other => To(other, Terms.Revision(other)))] : [],
            previous is null ? null : To(previous, Terms.Year(previous)),
            next is null ? null : To(next, Terms.Year(next)),
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
            Unread(path, entry, report),
            cited.Fill(),
            Routes.Link(path, Routes.ReportData(entry)),
            Routes.Link(path, Routes.Glossary),
            Repetition.Former(agency, entry) is { } former ? new Link(Words["report.changes", Terms.Year(former)], Routes.Link(path, Routes.Changes(entry))) : null,
            Routes.Link(path, Routes.Asset("report.js")))
        {
            Corrections = [.. report.Corrections.Select(judged => Correction(report, judged))],
        };
    }

    private DeclaredCorrection Correction(AnnualReport report, JudgedCorrection judged)
    {
        var (correction, status, found) = judged;
        var figure = report.Figures.FirstOrDefault(figure => figure.Name.ToString() == correction.Cell);
        return new DeclaredCorrection(
            figure is null ? new Link(correction.Cell, null) : new Link(CellLabels.Within(report, [figure.Name])(figure.Name), Routes.Anchor(correction.Cell)),
            correction.Expect.Length > 0 ? correction.Expect : Words["state.blank"],
            Numbers.Text(correction.Value)!,
            correction.Reason,
            status switch
            {
                CorrectionStatus.Applied => Words["report.corrections.applied"],
                CorrectionStatus.Stale => Words["report.corrections.stale", found is { Length: > 0 } ? found : Words["state.blank"]],
                _ => Words["report.corrections.unknown"],
            },
            status == CorrectionStatus.Applied);
    }

    /// <summary>
    /// The figures that every edition has, each with its change since the report of the year before, where that is the year before and
    /// gives the figure; where the form changed in between, that is said.
    /// </summary>
    private ImmutableArray<KeyFigure> KeyFigures(string path, ReportEntry entry, AnnualReport report, ReportEntry? previous)
    {
        if (entry.Cells.GetValueOrDefault(FigureState.Reported) == 0)
            return [];
        var before = previous is not null && previous.Year == entry.Year - 1 ? previous : null;
        KeyFigure Figure(string label, Func<KeyFigures, decimal?> figure, CellName? cell)
        {
            var now = figure(entry.Key);
            var then = before is null ? null : figure(before.Key);
            var change = now is null || before is null
                ? ""
                : then is null
                    ? Words["report.change.unknown", before.Year!]
                    : Words[now > then ? "report.change.more" : now < then ? "report.change.less" : "report.change.same", before.Year!, Numbers.Text(Math.Abs(now.Value - then.Value)), Numbers.Text(then.Value)]
                        + (before.Edition == entry.Edition ? "" : Words["report.change.edition"]);
            return new KeyFigure(label, Numbers.Text(now), cell is { } name && report[name] is not null ? Routes.Anchor(name.ToString()) : null, change);
        }

        return
        [
            Figure(Words["figure.received"], key => key.Received, new CellName("requests", "received", "total")),
            Figure(Words["figure.concluded"], key => key.Concluded, new CellName("requests", "concluded", "total")),
            Figure(Words["figure.reviews"], key => key.Reviews, new CellName("disputes", "review", "total")),
            Figure(Words["figure.lawsuits"], key => key.Lawsuits, null),
        ];
    }

    /// <summary>All files of a report that came in several, each with what comparing it gave.</summary>
    private ImmutableArray<ReportSource> Sources(string path, ReportEntry entry, AnnualReport report)
    {
        var paths = ReportPaths.Sources(entry);
        ReportSource Line(SourceInfo source, int index, string? url, DateOnly? accessed, string outcome, ImmutableArray<SourceDifference> differences) => new(
            new Link(Terms.FileName(source), Routes.Link(path, paths[index])), Terms.Facts(source), source.Sha256,
            url is null ? null : ExternalLinks.Web(url) is var origin && accessed is not null ? origin with { Text = Words["report.accessed_from", origin.Text, Numbers.Date(accessed)] } : origin,
            outcome, differences);

        return
        [
            Line(report.Source, 0, report.Url, report.Accessed, Words["report.main_file"], []),
            .. report.FurtherSources.Select((further, i) => Line(
                further.Source, i + 1, further.Url, further.Accessed, Outcome(further),
                [.. further.Differing.Select(theirs => new SourceDifference(
                    new Link(CellLabels.Within(report, [theirs.Name])(theirs.Name), Routes.Anchor(theirs.Name.ToString())),
                    FigureCells.InWords(report[theirs.Name]!), FigureCells.InWords(theirs), theirs.Location.ToChinese()))])),
        ];
    }

    private string Outcome(FurtherSource further)
    {
        if (further is { Agreeing: 0, Differing.IsEmpty: true, Additional.IsEmpty: true })
            return Words["report.other_file.none"];
        var outcome = new List<string>
        {
            further.Differing.IsEmpty
                ? Words["report.other_file.agree", further.Agreeing]
                : Words["report.other_file.differ", further.Differing.Length, further.Agreeing],
        };
        if (further.Unmatched > 0)
            outcome.Add(Words["report.other_file.main_only", further.Unmatched]);
        if (further.Additional.Length > 0)
            outcome.Add(Words["report.other_file.other_only", further.Additional.Length]);
        if (further.TranscribedBy is { } by)
            outcome.Add(Words["report.other_file.transcribed", by]);
        return string.Join(Words["clauses"], outcome) + Words["full_stop"];
    }

    /// <summary>A file that gave nothing is still a report: it can be downloaded, and its figures transcribed.</summary>
    private UnreadFile? Unread(string path, ReportEntry entry, AnnualReport report) =>
        report is { Sections.IsEmpty: true, Tables.IsEmpty: true, OwnTables.IsEmpty: true }
            ? new UnreadFile(
                report.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code.StartsWith("DA1", StringComparison.Ordinal))?.Chinese ?? "",
                Terms.FileName(entry) + SidecarReader.Extension,
                Routes.Link(path, Routes.About, Routes.Transcribing))
            : null;

    private ImmutableArray<ReportFact> Facts(string path, AgencyEntry agency, ReportEntry entry, AnnualReport report, Link file)
    {
        var source = report.Source;
        var facts = ImmutableArray.CreateBuilder<ReportFact>();
        void Add(string key, Link value, string note = "", bool isCode = false) => facts.Add(new ReportFact(Words[$"report.fact.{key}"], value, note, isCode));

        Add("agency", new Link(agency.Name, Routes.Link(path, Routes.Agency(agency.Key))), report.AgencyName is { } name ? Terms.Of(name.Source) : Words["report.agency_unknown"]);
        Add(
            "year", entry.Year is { } year ? new Link($"{year}", Routes.Link(path, Routes.Year(year))) : new Link(Words["report.unknown"], null),
            report.Year is { } told ? Terms.Of(told.Source) : "");
        Add(
            "published", new Link(report.Published is { } date ? Numbers.Date(date.Value) : Words["report.not_stated"], null),
            report.Published is { } from ? Terms.Of(from.Source) : "");
        if (report.Edition is { } edition)
            Add("edition", new Link(edition.Label, null), report.EditionFrom is { } how ? Words.List([edition.LegalBasis, Terms.Of(how)]) : edition.LegalBasis);
        else
            Add("edition", new Link(Words["report.undecided"], null), Words["report.nothing_read"]);
        if (entry.Cells.Values.Sum() > 0)
            Add("cells", new Link(CellCounts(entry), null), report.TranscribedBy is { } by ? Words["report.transcribed_by", by] : "");
        Add("source", file, Terms.Facts(source) + (report.FurtherSources.IsEmpty ? "" : Words["report.further_files", report.FurtherSources.Length]));
        Add("sha256", new Link(source.Sha256, null), isCode: true);
        if (report.Url is { } url)
            Add("origin", ExternalLinks.Web(url), report.Accessed is { } accessed ? Words["report.accessed", Numbers.Date(accessed)] : "");
        if (entry.AddedOn is { } added)
            Add("added", new Link(Numbers.Date(added), null), entry.ChangedOn is { } changed && changed != added ? Words["report.changed", Numbers.Date(changed)] : "");
        Add("provenance", new Link("PROV", Routes.Link(path, ReportPaths.Provenance(entry))), ReadBy(source.Reader));
        Add("data", new Link("JSON", Routes.Link(path, Routes.ReportData(entry))), Words["report.data"]);
        return facts.ToImmutable();
    }

    /// <summary>What read the file: this program's reader, and the program that it asked for help.</summary>
    private string ReadBy(Reports.Documents.ReadBy? reader)
    {
        var program = $"{Data.ProgramVersion.Name} {Data.ProgramVersion.Text}";
        return reader is null
            ? Words["report.made_by", program]
            : Words["report.read_by", program, reader.Reader, reader.Program is null ? "" : Words["report.read_with", $"{reader.Program} {reader.ProgramVersion}".TrimEnd()]];
    }

    private string CellCounts(ReportEntry entry)
    {
        var counts = new List<string> { Words["report.cells.reported", entry.Cells.GetValueOrDefault(FigureState.Reported)] };
        foreach (var state in Terms.States.Keys)
            if (entry.Cells.GetValueOrDefault(state) is > 0 and var count)
                counts.Add(Words["report.cells.state", count, Terms.State(state, entry.TranscribedBy is not null).Word]);
        return Words.List(counts);
    }

    private ImmutableArray<LegendEntry> Legend(AnnualReport report)
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

        var legend = Terms.States.Keys.Where(states.Contains).Select(state => Terms.State(state, report.TranscribedBy is not null));
        if (corrected)
            legend = legend.Append(Terms.Corrected);
        return [.. report.FurtherSources.Any(further => further.Differing.Length + further.Additional.Length > 0) ? legend.Append(Terms.Disputed) : legend];
    }
}
