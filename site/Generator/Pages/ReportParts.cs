using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A report's prose with its tables, section by section: statutory tables after the prose of their section, its own where they stood.</summary>
public static class ReportParts
{
    private static readonly ImmutableArray<(string Table, SectionKind Section)> Homes =
    [
        ("proactive", SectionKind.Proactive), ("requests", SectionKind.Requests), ("disputes", SectionKind.Disputes),
        ("statistics_2008", SectionKind.Statistics),
    ];

    public static ImmutableArray<ReportPart> Fill(AnnualReport report)
    {
        var own = new Dictionary<SourceLocation, OwnTable>();
        foreach (var table in report.OwnTables)
            own.TryAdd(table.Source.Location, table);
        var cells = FigureCells.Of(report);
        var unknown = 0;
        var parts = new List<(SectionKind Kind, string Heading, List<PartBlock> Blocks)>();
        foreach (var section in report.Sections)
        {
            var blocks = new List<PartBlock>();
            foreach (var block in section.Blocks)
                switch (block)
                {
                    case Heading heading:
                        blocks.Add(new SubHeading(heading.Text));
                        break;
                    case Paragraph paragraph:
                        blocks.Add(new Prose([.. paragraph.Text.Split('\n')]));
                        break;
                    case Table table:
                        own.Remove(table.Location, out var known);
                        blocks.Add(OwnTables.Fill(known ?? new OwnTable($"table.{++unknown}", "", [], table)));
                        break;
                }

            if (section.Heading.Length > 0 || blocks.Count > 0)
                parts.Add((section.Kind, section.Heading.Length > 0 ? section.Heading : Words.Chinese["report.preamble"], blocks));
        }

        foreach (var (id, kind) in Homes)
        {
            var table = report.Tables.FirstOrDefault(candidate => candidate.Form.Id == id);
            var home = parts.FindIndex(part => part.Kind == kind);
            if (table is not null)
            {
                if (home < 0)
                {
                    home = parts.FindIndex(part => part.Kind > kind);
                    home = home < 0 ? parts.Count : home;
                    parts.Insert(home, (kind, table.Form.Label, []));
                }

                parts[home].Blocks.Add(FormLayout.Of(table.Form).Fill(table, Note(report, table), cells, report.TranscribedBy is not null));
                parts[home].Blocks.AddRange(CorrectionsOf(report, table));
            }
            else if (home >= 0 && report.Edition?.Table(id) is not null)
            {
                parts[home].Blocks.Add(new Remark(Words.Chinese["report.no_table"]));
            }
        }

        if (own.Count > 0)
            parts.Add((SectionKind.Additional, Words.Chinese["report.other_tables"], [.. report.OwnTables.Where(table => own.ContainsKey(table.Source.Location)).Select(OwnTables.Fill)]));
        return [.. parts.Select((part, i) => new ReportPart($"section.{i + 1}", part.Heading, [.. part.Blocks]))];
    }

    /// <summary>Says so where figures were transcribed, and where the table is laid out otherwise than the report's own edition has it.</summary>
    private static string Note(AnnualReport report, ReportTable table) => string.Join(Words.Chinese["clauses"], new[]
    {
        report.TranscribedBy is { } by ? Words.Chinese["report.table_transcribed", by] : "",
        report.Edition?.Table(table.Form.Id) is { } own && (own == table.Form || own.Cells.SequenceEqual(table.Form.Cells))
            ? ""
            : Words.Chinese["report.table_edition", Editions.Get(table.Form.Edition).Label],
    }.Where(note => note.Length > 0));

    /// <summary>Why figures of a table were corrected: too long for their cells.</summary>
    private static IEnumerable<Remark> CorrectionsOf(AnnualReport report, ReportTable table) =>
        from figure in table.Figures
        where figure.Correction is not null
        let cell = CellLabels.Within(report, [figure.Name])(figure.Name)
        select new Remark(Words.Chinese[
            figure.Location.IsInSidecar ? "report.corrected_copy" : "report.corrected", cell, figure.Raw, Numbers.Text(figure.Value), figure.Correction!.Reason]);
}
