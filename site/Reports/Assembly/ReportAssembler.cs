using System.Collections.Immutable;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Makes an <see cref="AnnualReport"/> from a document and the tables recognised in it, with what its sidecar and the register say.</summary>
internal static class ReportAssembler
{
    /// <summary>More than the cells of any form: as many diagnostics of one kind are listed.</summary>
    private const int MostAlike = 300;

    public static AnnualReport Assemble(Document document, RecognisedDocument recognised, SourceFile file, Sidecar sidecar, AgencyRegister register)
    {
        var diagnostics = new List<Diagnostic>([.. document.Diagnostics, .. recognised.Diagnostics]);
        var pageFields = PageFields.Read(document);
        var title = TitleReader.Read(document, pageFields);
        var titleBlocks = title.Blocks.ToHashSet<Block>(ReferenceEqualityComparer.Instance);
        var sections = SectionReader.Read(document.Blocks, block => titleBlocks.Contains(block) || (block is Table table && recognised.Statutory.Contains(table)));
        var identity = IdentityReader.Read(document, title, pageFields, file, sidecar, register, diagnostics);
        var (edition, editionFrom, read, transcribedBy) = ReadFigures(document, recognised, sections, identity.Year?.Value, sidecar, file.Name + ".yml", diagnostics);
        var (tables, corrections) = Corrections.Apply(read, sidecar.Corrections, diagnostics);
        ImmutableArray<Finding> findings = [.. RelationChecker.Check(tables), .. TextChecker.Check(sections, tables, identity.Year?.Value)];
        foreach (var finding in findings)
            if (finding.Status == FindingStatus.Failed)
                diagnostics.Add(DiagnosticRules.CheckFailed.At(PlaceOf(finding, tables), finding.Label, finding.Detail));

        return new AnnualReport
        {
            Source = new SourceInfo(file.Path, file.Sha256, file.Size, document.Format, document.Metadata.Encoding, file.BeginsLikeMarkup) { Reader = document.Reader },
            AgencyName = identity.AgencyName,
            Agency = identity.Agency,
            Year = identity.Year,
            Published = identity.Published,
            Title = title.Text,
            Edition = edition,
            EditionFrom = editionFrom,
            Tables = tables,
            OwnTables = ReadOwnTables(document, recognised),
            Sections = sections,
            Findings = findings,
            Diagnostics = Shortened(diagnostics),
            TranscribedBy = transcribedBy,
            Url = sidecar.Url,
            Accessed = sidecar.Accessed,
            DeclaredCurrent = sidecar.Current,
            Corrections = corrections,
            Withdrawal = sidecar.Withdrawal,
        };
    }

    /// <summary>The statutory tables: those of the file, or, if it has none that can be read, those that were transcribed in its sidecar.</summary>
    private static (FormEdition? Edition, EditionSource? From, ImmutableArray<ReportTable> Tables, string? TranscribedBy) ReadFigures(
        Document document, RecognisedDocument recognised, ImmutableArray<Section> sections, int? year, Sidecar sidecar, string note, List<Diagnostic> diagnostics)
    {
        if (sidecar.Transcription is { } transcription)
        {
            if (recognised.Tables.Any(table => !table.Cells.IsEmpty))
            {
                diagnostics.Add(DiagnosticRules.TranscriptionRefused.For(note));
            }
            else
            {
                var copied = sidecar.Form ?? TranscriptionAssembler.TellEdition(transcription, InForce(year), diagnostics);
                var tables = TranscriptionAssembler.Assemble(transcription, copied, note, diagnostics);
                if (!tables.IsEmpty)
                    return (copied, sidecar.Form is null ? EditionSource.Transcription : EditionSource.Sidecar, tables, transcription.By);
            }
        }

        var (edition, from) = TellEdition(document, recognised, sections, year, sidecar.Form, note, diagnostics);
        return (edition, from, edition is null ? [] : FigureAssembler.Assemble(recognised, edition, diagnostics), null);
    }

    /// <summary>The edition is told from the tables; without them by the sidecar or from the sections' headings, and from the year only as a last resort.</summary>
    private static (FormEdition? Edition, EditionSource? From) TellEdition(
        Document document, RecognisedDocument recognised, ImmutableArray<Section> sections, int? year, FormEdition? declared, string note, List<Diagnostic> diagnostics)
    {
        if (document.Blocks.IsEmpty)
        {
            if (document.Format != DocumentFormat.Unsupported && document.Diagnostics.IsEmpty)
                diagnostics.Add(DiagnosticRules.EmptyDocument.For());
            return (declared, declared is null ? null : EditionSource.Sidecar);
        }

        if (recognised.Edition is { } told && !recognised.Tables.IsEmpty)
        {
            if (declared is not null && declared != told)
                diagnostics.Add(DiagnosticRules.SidecarOverruled.For(note, $"form: {declared.Id}", $"报告的表格用的是“{told.Label}”"));
            return (told, HowTold(recognised));
        }

        var later = sections.Any(section => section.Kind == SectionKind.Requests && section.Heading.Contains("收到和处理", StringComparison.Ordinal));
        if (!later && recognised.Tables.IsEmpty && InForce(year) == Editions.Form2008)
            return declared is null ? (Editions.Form2008, EditionSource.Year) : (declared, EditionSource.Sidecar);
        if (recognised.Tables.IsEmpty)
            diagnostics.Add(DiagnosticRules.NoStatutoryTables.For());
        if (declared is not null)
            return (declared, EditionSource.Sidecar);
        var edition = later && year is null ? Editions.Form2021 : InForce(year);
        diagnostics.Add(DiagnosticRules.EditionWeak.For(edition.Label));
        return (edition, later && year is null ? EditionSource.Headings : EditionSource.Year);
    }

    private static EditionSource HowTold(RecognisedDocument recognised) =>
        recognised.Edition == Editions.Form2008 ? EditionSource.StatisticsSheet
        : recognised.Tables.Any(table => table.Form.Id == "proactive") ? EditionSource.ProactiveTable
        : EditionSource.OtherTable;

    private static FormEdition InForce(int? year) => year is { } known ? Editions.InForce(known) : Editions.Form2008;

    private static ImmutableArray<OwnTable> ReadOwnTables(Document document, RecognisedDocument recognised)
    {
        var tables = ImmutableArray.CreateBuilder<OwnTable>();
        for (var i = 0; i < document.Blocks.Length; i++)
        {
            if (document.Blocks[i] is not Table table || recognised.Statutory.Contains(table))
                continue;
            var above = i > 0 && SectionReader.TextOf(document.Blocks[i - 1]) is { Length: <= 60 } text && !text.EndsWith('。') ? text : "";
            if (OwnTableReader.Read(table, $"own.{tables.Count + 1}", above) is { } own)
                tables.Add(own);
        }

        return tables.ToImmutable();
    }

    /// <summary>A file of thousands of lines that are all wrong is not told line by line.</summary>
    private static ImmutableArray<Diagnostic> Shortened(List<Diagnostic> diagnostics)
    {
        if (diagnostics.Count <= MostAlike)
            return [.. diagnostics];
        var counts = new Dictionary<DiagnosticRule, int>(ReferenceEqualityComparer.Instance);
        var told = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var diagnostic in diagnostics)
            if ((counts[diagnostic.Rule] = counts.GetValueOrDefault(diagnostic.Rule) + 1) <= MostAlike)
                told.Add(diagnostic);
        foreach (var (rule, count) in counts.Where(rule => rule.Value > MostAlike).OrderBy(rule => rule.Key.Code, StringComparer.Ordinal))
            told.Add(DiagnosticRules.ManyAlike.For(rule.Code, $"{count - MostAlike}"));
        return told.ToImmutable();
    }

    private static SourceLocation PlaceOf(Finding finding, ImmutableArray<ReportTable> tables)
    {
        foreach (var cell in finding.LeftCells.Concat(finding.RightCells))
            if (tables.FirstOrDefault(table => table.Form.Id == cell.Table)?[cell.Row, cell.Column] is { } figure && !figure.Location.IsNone)
                return figure.Location;
        return SourceLocation.None;
    }
}
