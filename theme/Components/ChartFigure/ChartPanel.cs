using System.Collections.Immutable;
using System.Text;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>
/// One coordinate system of a chart: columns from left to right, figures from a base upwards. It draws what each state of a figure looks like:
/// a number as a bar, zero as a tick at the base, no usable figure as a dashed stub, what the form does not ask for as a dash, and a year without
/// report as a hatched column. Nothing is drawn from one column to another.
/// </summary>
/// <param name="Columns">The years.</param>
/// <param name="Left">Where the first column begins.</param>
/// <param name="Step">How wide a column is.</param>
/// <param name="Base">Where 0 is.</param>
/// <param name="Height">How high the top of the scale is above the base.</param>
public sealed record ChartPanel(ImmutableArray<SeriesColumn> Columns, ChartScale Scale, double Left, double Step, double Base, double Height)
{
    private const double StubHeight = 9;

    // Of a column, what bars take; and the widest that a bar grows.
    private const double Filled = .7;
    private const double WidestBar = 36;

    private double Right => Left + (Step * Columns.Length);

    private double Top => Base - Height;

    /// <summary>The lines and numbers of the scale.</summary>
    public void DrawAxis(Drawing drawing)
    {
        var lines = new StringBuilder();
        drawing.Begin("axis");
        foreach (var number in Scale.Numbers)
        {
            if (number > 0)
                lines.Append(Drawing.Line(Left, Y(number), Right, Y(number)));
            drawing.Text(null, Left - 6, Y(number) + 4, "end", Drawing.Number(number));
        }

        drawing.Path("grid", lines.ToString());
        drawing.Path("base", Drawing.Line(Left, Base, Right, Base));
        drawing.End();
    }

    /// <summary>Lines where the form changed, from above the bars down to the base.</summary>
    public void DrawBreaks(Drawing drawing, double from)
    {
        var breaks = new StringBuilder();
        for (var i = 1; i < Columns.Length; i++)
            if (Columns[i].EditionChanged)
                breaks.Append(Drawing.Line(X(i), from, X(i), Base));
        drawing.Path("break", breaks.ToString());
    }

    /// <summary>The names of the editions, each over its years.</summary>
    /// <returns>How many lines they take.</returns>
    public int DrawEditions(Drawing drawing, double y, double lineHeight)
    {
        var lines = 0;
        double[] ends = [double.MinValue, double.MinValue];
        for (var from = 0; from < Columns.Length;)
        {
            var to = from + 1;
            while (to < Columns.Length && !Columns[to].EditionChanged)
                to++;
            var name = Columns[from..to].FirstOrDefault(column => column.Edition.Length > 0)?.Edition ?? "";
            var width = name.Sum(c => char.IsAscii(c) ? 7 : 12);
            var centre = Math.Clamp((X(from) + X(to)) / 2, Left + (width / 2.0), Math.Max(Left + (width / 2.0), Right - (width / 2.0)));
            // Where two names would touch, the second goes a line lower.
            var line = centre - (width / 2.0) > ends[0] + 4 ? 0 : 1;
            ends[line] = centre + (width / 2.0);
            if (name.Length > 0)
                drawing.Text("edition", centre, y + (line * lineHeight), "middle", name);
            lines = Math.Max(lines, line + 1);
            from = to;
        }

        return lines;
    }

    /// <summary>The years without report.</summary>
    public void DrawGaps(Drawing drawing, ImmutableArray<SeriesRow> rows)
    {
        var gaps = new StringBuilder();
        for (var i = 0; i < Columns.Length; i++)
            if (rows.All(row => row.Cells[i].State == SeriesState.NoReport))
                gaps.Append(Drawing.Box(X(i) + 2, Top, Step - 4, Height));
        drawing.Path("absent", gaps.ToString(), "chart-absent");
    }

    /// <summary>Rows side by side.</summary>
    /// <param name="labelled">Whether the largest number and the last are written over their bars.</param>
    public void DrawGrouped(Drawing drawing, ImmutableArray<SeriesRow> rows, bool labelled)
    {
        var width = Math.Min(Step * Filled / rows.Length, WidestBar);
        var marks = new Marks();
        for (var r = 0; r < rows.Length; r++)
        {
            var bars = new StringBuilder();
            var written = labelled ? Written(rows[r].Cells) : [];
            for (var i = 0; i < Columns.Length; i++)
            {
                var cell = rows[r].Cells[i];
                var x = X(i) + ((Step - (width * rows.Length)) / 2) + (width * r);
                if (NumberOf(cell) is not { } number)
                    DrawMark(marks, cell.State, x, width, 0);
                else if (number == 0)
                    DrawZero(drawing, marks, x, width);
                else
                    bars.Append(Bar(x, width, 0, number));
                if (written.Contains(i))
                    drawing.Text(null, x + (width / 2), Y(NumberOf(cell)!.Value) - 4, "middle", cell.Text);
            }

            DrawBars(drawing, rows[r], bars);
        }

        marks.Draw(drawing);
    }

    /// <summary>Rows upon each other, the first at the base.</summary>
    /// <param name="total">What the rows should add up to, written over them; null for none.</param>
    public void DrawStacked(Drawing drawing, ImmutableArray<SeriesRow> rows, SeriesRow? total)
    {
        var width = Math.Min(Step * Filled, WidestBar);
        var marks = new Marks();
        var heights = new double[Columns.Length];
        foreach (var row in rows)
        {
            var bars = new StringBuilder();
            for (var i = 0; i < Columns.Length; i++)
                if (NumberOf(row.Cells[i]) is { } number and > 0)
                {
                    bars.Append(Bar(X(i) + ((Step - width) / 2), width, heights[i], number));
                    heights[i] += number;
                }

            DrawBars(drawing, row, bars);
        }

        for (var i = 0; i < Columns.Length; i++)
        {
            var x = X(i) + ((Step - width) / 2);
            ImmutableArray<SeriesCell> asked = [.. rows.Select(row => row.Cells[i]).Where(cell => cell.State != SeriesState.NotInForm)];
            var isKnown = asked.All(cell => NumberOf(cell) is not null);
            if (asked.IsEmpty)
                DrawMark(marks, SeriesState.NotInForm, x, width, 0);
            else if (!isKnown)
                DrawMark(marks, asked[0].State, x, width, heights[i]);
            else if (heights[i] == 0)
                DrawZero(drawing, marks, x, width);

            if (total is not null && NumberOf(total.Cells[i]) is { } whole && whole + heights[i] > 0)
                drawing.Text(
                    "sum", x + (width / 2), Y(heights[i]) - (isKnown ? 4 : 6 + StubHeight), "middle",
                    isKnown && Math.Abs(whole - heights[i]) > .001 ? $"{total.Cells[i].Text} ≠" : total.Cells[i].Text);
        }

        marks.Draw(drawing);
    }

    /// <summary>The years under the base, as many as there is room for, the last among them.</summary>
    public void DrawYears(Drawing drawing, double y)
    {
        var every = (int)Math.Ceiling(34 / Step);
        drawing.Begin("axis");
        for (var i = (Columns.Length - 1) % every; i < Columns.Length; i += every)
            drawing.Text(null, X(i) + (Step / 2), y, "middle", Columns[i].Year.Text);
        drawing.End();
    }

    /// <summary>The number that is drawn; a count below 0 is none, whatever the report says.</summary>
    public static double? NumberOf(SeriesCell cell) => cell.Value is { } value and >= 0 ? (double)value : null;

    private static void DrawBars(Drawing drawing, SeriesRow row, StringBuilder bars) =>
        drawing.Path($"bar series-{row.Tone}", bars.ToString(), $"series-{row.Tone}");

    private string Bar(double x, double width, double from, double number) =>
        Drawing.Box(x, Y(from + number), width, Y(from) - Y(from + number));

    private void DrawZero(Drawing drawing, Marks marks, double x, double width)
    {
        marks.Zeros.Append(Drawing.Line(x + 1, Base - 1.5, x + width - 1, Base - 1.5));
        drawing.Text(null, x + (width / 2), Base - 6, "middle", "0");
    }

    private void DrawMark(Marks marks, SeriesState state, double x, double width, double from)
    {
        if (state == SeriesState.NotInForm)
            marks.NotInForm.Append(Drawing.Line(x + (width / 2) - Math.Min(width / 2, 4), Base - 6, x + (width / 2) + Math.Min(width / 2, 4), Base - 6));
        else if (state != SeriesState.NoReport)
            marks.Unknown.Append(Drawing.Box(x + .5, Y(from) - StubHeight - 2, width - 1, StubHeight));
    }

    /// <summary>The largest and the last number, unless they would touch.</summary>
    private HashSet<int> Written(ImmutableArray<SeriesCell> cells)
    {
        var numbers = cells.Select((cell, i) => (Number: NumberOf(cell), Index: i)).Where(pair => pair.Number > 0).ToList();
        if (numbers.Count == 0)
            return [];
        var last = numbers[^1];
        var largest = numbers.MaxBy(pair => pair.Number);
        var room = (cells[last.Index].Text.Length + cells[largest.Index].Text.Length) * 4.0;
        return last.Index == largest.Index || (last.Index - largest.Index) * Step < room + 4 ? [largest.Index] : [last.Index, largest.Index];
    }

    private double X(int column) => Left + (Step * column);

    private double Y(double number) => Scale.Top == 0 ? Base : Base - (Height * number / Scale.Top);

    /// <summary>What is drawn over the bars.</summary>
    private sealed class Marks
    {
        public StringBuilder Zeros { get; } = new();

        public StringBuilder Unknown { get; } = new();

        public StringBuilder NotInForm { get; } = new();

        public void Draw(Drawing drawing)
        {
            drawing.Path("zero", Zeros.ToString());
            drawing.Path("unknown", Unknown.ToString());
            drawing.Path("not-in-form", NotInForm.ToString());
        }
    }
}
