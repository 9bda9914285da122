using System.Collections.Immutable;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>What one sees on a chart, in sentences made from its figures: nothing is said of two editions of the form together.</summary>
public static class ChartSentences
{
    // A share of fewer cases says nothing.
    private const int EnoughCases = 10;

    /// <summary>The first, the last and the largest figure of each edition's years; for parts of a whole also the largest part of the last year.</summary>
    public static ImmutableArray<string> Of(Words words, ChartKind kind, Series series)
    {
        var rows = series.Groups[0].Rows;
        var main = rows.FirstOrDefault(row => row.IsTotal) ?? rows[0];
        var sentences = ImmutableArray.CreateBuilder<string>();
        for (var from = 0; from < series.Columns.Length;)
        {
            var to = from + 1;
            while (to < series.Columns.Length && !series.Columns[to].EditionChanged)
                to++;
            if (OfEdition(words, main, series.Columns, from, to) is { } sentence)
                sentences.Add(sentence);
            from = to;
        }

        if (kind == ChartKind.Stacked && LargestPart(words, series.Columns, rows, main) is { } part)
            sentences.Add(part);
        return sentences.ToImmutable();
    }

    /// <summary>The years in which the parts do not add up to the whole.</summary>
    public static IEnumerable<string> Unequal(Words words, Series series)
    {
        ImmutableArray<SeriesRow> rows = [.. series.Groups.SelectMany(group => group.Rows)];
        var parts = rows.Where(row => row.Tone > 0).ToList();
        var total = rows.First(row => row.IsTotal);
        for (var i = 0; i < series.Columns.Length; i++)
        {
            var asked = parts.Select(part => part.Cells[i]).Where(cell => cell.State != SeriesState.NotInForm).ToList();
            if (total.Cells[i].Value is { } whole && asked.Count > 0 && asked.All(cell => cell.Value is not null) && asked.Sum(cell => cell.Value) != whole)
                yield return words["charts.unequal", series.Columns[i].Year.Text, Numbers.Text(asked.Sum(cell => cell.Value)), Numbers.Text(whole)];
        }
    }

    private static string? OfEdition(Words words, SeriesRow row, ImmutableArray<SeriesColumn> columns, int from, int to)
    {
        var given = Enumerable.Range(from, to - from).Where(i => row.Cells[i].Value is not null)
            .Select(i => (Year: columns[i].Year.Text, Value: row.Cells[i].Value!.Value)).ToList();
        if (given.Count == 0)
            return null;
        var edition = columns[from..to].First(column => column.Edition.Length > 0).Edition;
        var (first, last) = (given[0], given[^1]);
        if (given.Count == 1)
            return words["charts.said.single", row.Label, edition, first.Year, Numbers.Text(first.Value)];
        if (given.All(figure => figure.Value == first.Value))
            return words["charts.said.same", row.Label, edition, first.Year, last.Year, Numbers.Text(first.Value)];
        if (given.Count == 2)
            return words["charts.said.both", row.Label, edition, first.Year, Numbers.Text(first.Value), last.Year, Numbers.Text(last.Value)];
        var largest = given.Max(figure => figure.Value);
        return words[
            "charts.said.several", row.Label, edition, first.Year, Numbers.Text(first.Value), last.Year, Numbers.Text(last.Value),
            words.List(given.Where(figure => figure.Value == largest).Select(figure => figure.Year)), Numbers.Text(largest)];
    }

    private static string? LargestPart(Words words, ImmutableArray<SeriesColumn> columns, ImmutableArray<SeriesRow> rows, SeriesRow total)
    {
        var i = columns.Length - 1;
        var parts = rows.Where(row => row.Tone > 0 && row.Cells[i].State != SeriesState.NotInForm).ToList();
        if (total.Cells[i].Value is not { } whole || whole < EnoughCases || parts.Any(part => part.Cells[i].Value is null)
            || parts.Sum(part => part.Cells[i].Value) != whole)
            return null;
        var largest = parts.MaxBy(part => part.Cells[i].Value)!;
        return parts.Count(part => part.Cells[i].Value == largest.Cells[i].Value) > 1
            ? null
            : words["charts.said.largest", columns[i].Year.Text, total.Label, Numbers.Text(whole), largest.Label, largest.Cells[i].Text];
    }
}
