using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Synthesis;

/// <summary>Puts a report on paper, tidy or not.</summary>
public static class ReportPrinter
{
    public static PrintedReport Print(SyntheticReport report, Noise noise, SplitMix random)
    {
        var tables = new TablePrinter(report.Figures, noise, random);
        var blocks = ImmutableArray.CreateBuilder<PrintedBlock>();
        foreach (var section in report.Sections)
        {
            if (section.Heading.Length > 0)
                blocks.Add(new PrintedBlock.Heading(section.Heading));
            foreach (var paragraph in section.Paragraphs)
                blocks.Add(new PrintedBlock.Paragraph(paragraph));
            if (section.Table is { } id)
                blocks.Add(new PrintedBlock.Grid(tables.Print(report.Edition.Table(id)!)));
        }

        return new PrintedReport(
            report.Agency, report.Year,
            report.IsAnonymous ? [] : [report.Agency, $"{report.Year}年政府信息公开工作年度报告"],
            blocks.ToImmutable(), report.IsAnonymous ? "" : report.Agency, report.Published,
            report.Figures.ToImmutableDictionary(figure => figure.Key, figure => Expect(figure.Key, figure.Value, noise)));
    }

    /// <summary>A form table in its official layout with texts of one's own in its cells.</summary>
    public static PrintedTable Print(FormTable table, Func<CellName, string> text)
    {
        var noise = new Noise { Replaced = table.Cells.ToImmutableDictionary(cell => cell, text) };
        return new TablePrinter(table.Cells.ToImmutableDictionary(cell => cell, _ => 0m), noise, new SplitMix(0)).Print(table);
    }

    private static ExpectedFigure Expect(CellName name, decimal value, Noise noise)
    {
        if (noise.MissingRows.Contains((name.Table, name.Row)))
            return new ExpectedFigure(FigureState.Missing, null);
        if (!noise.Replaced.TryGetValue(name, out var text))
            return new ExpectedFigure(FigureState.Reported, value);
        return new ExpectedFigure(text switch
        {
            "" => FigureState.Blank,
            "/" or "—" or "无" => FigureState.NotApplicable,
            _ => FigureState.Unreadable,
        }, null);
    }
}
