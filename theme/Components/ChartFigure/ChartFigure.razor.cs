using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme.Components;

/// <summary>
/// A chart with its numbers. It is drawn twice, and the style sheet shows one: wide, where each column stands over its column of the table, and
/// narrow for phones, where parts of a whole have a small panel each, all on the same scale.
/// </summary>
public partial class ChartFigure : Showing<Chart>
{
    // In pixels where letters have 16; the first column of the table is as wide in the style sheet.
    private const double Labels = 176;
    private const double WidestDrawing = 736;
    private const double WidestStep = 96;
    // What leaves room for the sentences beside it.
    private const double WidestBeside = 832;
    private const double NarrowWidth = 328;
    private const double NarrowLabels = 36;
    private const double LineHeight = 14;

    private ImmutableArray<SeriesRow> _drawn = [];
    private SeriesRow? _total;
    private double _step;

    private ImmutableArray<SeriesColumn> Columns => Model.Numbers.Columns;

    protected override void OnParametersSet()
    {
        ImmutableArray<SeriesRow> rows = [.. Model.Numbers.Groups.SelectMany(group => group.Rows)];
        _drawn = [.. rows.Where(row => row.Tone > 0)];
        _total = rows.FirstOrDefault(row => row.IsTotal);

        // Every number of the table must fit under its column.
        var digits = rows.SelectMany(row => row.Cells).Max(cell => cell.Value is { } value ? value.ToString(CultureInfo.InvariantCulture).Length : 0);
        _step = Math.Max(Math.Max(36, (7.8 * digits) + 6), Math.Min(WidestStep, (WidestDrawing - Labels) / Columns.Length));
    }

    /// <summary>How much room it leaves beside it.</summary>
    private string Style => ((_step * Columns.Length) + Labels) switch
    {
        > WidestBeside => "chart broad",
        < WidestBeside / 2 => "chart few",
        _ => "chart",
    };

    private MarkupString Wide()
    {
        var largest = Enumerable.Range(0, Columns.Length).Max(i => Model.Kind == ChartKind.Stacked
            ? _drawn.Sum(row => ChartPanel.NumberOf(row.Cells[i]) ?? 0)
            : _drawn.Max(row => ChartPanel.NumberOf(row.Cells[i]) ?? 0));
        var scale = ChartScale.Of(largest);

        var drawing = new Drawing();
        var editions = new ChartPanel(Columns, scale, Labels, _step, 0, 0).DrawEditions(drawing, 12, LineHeight);
        var height = scale.Top == 0 ? 26 : 200;
        var top = 12 + (editions * LineHeight) + 12;
        var panel = new ChartPanel(Columns, scale, Labels, _step, top + height, height);
        drawing.Text("unit", 8, 12, "start", Words["charts.unit", Model.Unit]);
        panel.DrawAxis(drawing);
        panel.DrawGaps(drawing, _drawn);
        if (Model.Kind == ChartKind.Stacked)
            panel.DrawStacked(drawing, _drawn, _total);
        else
            panel.DrawGrouped(drawing, _drawn, false);
        panel.DrawBreaks(drawing, 4 + (editions * LineHeight));

        return Picture("wide", drawing, panel, Labels + (_step * Columns.Length), panel.Base + 4, true);
    }

    private MarkupString Narrow()
    {
        var step = Math.Min(48, (NarrowWidth - NarrowLabels) / Columns.Length);
        var scale = ChartScale.Of(_drawn.SelectMany(row => row.Cells).Max(cell => ChartPanel.NumberOf(cell) ?? 0), Model.Kind == ChartKind.Stacked ? 2 : 4);
        var drawing = new Drawing();
        drawing.Text("unit", 0, 12, "start", Words["charts.unit", Model.Unit]);
        var editions = new ChartPanel(Columns, scale, NarrowLabels, step, 0, 0).DrawEditions(drawing, 30, LineHeight);
        var y = 22 + (editions * LineHeight);
        var height = scale.Top == 0 ? 22 : Model.Kind == ChartKind.Stacked ? 64 : 120;
        var from = y;
        ChartPanel? panel = null;
        foreach (var rows in Model.Kind == ChartKind.Stacked ? _drawn.Select(row => (ImmutableArray<SeriesRow>)[row]) : [_drawn])
        {
            var head = rows.Length == 1 ? 34 : 14;
            panel = new ChartPanel(Columns, scale, NarrowLabels, step, y + head + height, height);
            if (rows.Length == 1)
                drawing.Text("name", NarrowLabels, y + 14, "start", rows[0].Label);
            panel.DrawAxis(drawing);
            panel.DrawGaps(drawing, rows);
            panel.DrawGrouped(drawing, rows, rows.Length == 1);
            panel.DrawBreaks(drawing, from);
            from = y = panel.Base + 6;
        }

        panel!.DrawYears(drawing, y + 10);
        return Picture("narrow", drawing, panel, NarrowWidth, y + 16, false);
    }

    /// <param name="isFixed">Whether it has a width of its own; else it fills the width that it finds.</param>
    private MarkupString Picture(string style, Drawing shapes, ChartPanel panel, double width, double height, bool isFixed)
    {
        string Text(string text) => WebUtility.HtmlEncode(text);
        var id = $"{Model.Id}.{style}";
        var size = isFixed ? $" width=\"{Drawing.Number(width / 16)}em\"" : "";
        return new MarkupString(
            $"<svg class=\"{style}\"{size} viewBox=\"0 0 {Drawing.Number(width)} {Drawing.Number(height)}\" role=\"img\" aria-labelledby=\"{id}.title\" aria-describedby=\"{id}.desc\""
            + $" data-left=\"{Drawing.Number(panel.Left)}\" data-step=\"{panel.Step:0.###}\">"
            + $"<title id=\"{id}.title\">{Text(Model.Title)}</title><desc id=\"{id}.desc\">{Text(Words[Description(style)])}</desc>{shapes}</svg>\n");
    }

    private string Description(string style) =>
        Model.Kind == ChartKind.Grouped ? "charts.grouped" : style == "wide" ? "charts.stacked" : "charts.panels";

    /// <summary>The marks that occur, with what they mean.</summary>
    private List<(MarkupString Mark, string Meaning)> Legend()
    {
        MarkupString Mark(string shapes) =>
            new($"<svg class=\"swatch\" viewBox=\"0 0 14 14\" aria-hidden=\"true\" focusable=\"false\">{shapes}</svg>");

        var legend = new List<(MarkupString, string)>();
        var cells = _drawn.SelectMany(row => row.Cells).ToList();
        if (cells.Any(cell => cell.Value == 0))
            legend.Add((Mark("<path class=\"zero\" d=\"M1 12H13\"/>"), Words["charts.zero"]));
        if (cells.Any(cell => cell.State == SeriesState.NoFigure))
            legend.Add((Mark("<path class=\"unknown\" d=\"M1 3h12v9H1z\"/>"), Words["charts.unknown"]));
        if (cells.Any(cell => cell.State == SeriesState.NotInForm))
            legend.Add((Mark("<path class=\"not-in-form\" d=\"M3 8H11\"/>"), Words["charts.not_in_form"]));
        if (cells.Any(cell => cell.State == SeriesState.NoReport))
            legend.Add((Mark("<path class=\"absent\" d=\"M0 0h14v14H0z\" fill=\"url(#chart-absent)\"/>"), Words["charts.absent"]));
        if (Columns.Any(column => column.EditionChanged))
            legend.Add((Mark("<path class=\"break\" d=\"M7 0V14\"/>"), Words["charts.break"]));
        return legend;
    }
}
