using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Finds the tables that a report says are of another year: below a line such as 附：2022年情况, or with one in their first row. They are no statutory tables of this report.</summary>
internal static class TablesOfOtherYears
{
    private const int LongestCaption = 30;
    private static readonly string[] LastYear = ["上年", "去年", "上一年", "上年度", "上一年度", "往年"];

    /// <summary>The tables, and a diagnostic for each line that says so.</summary>
    /// <param name="blocks">The report.</param>
    /// <param name="year">Tells the year of the report, or null; asked only where a line names a year.</param>
    public static (ImmutableHashSet<Table> Tables, ImmutableArray<Diagnostic> Diagnostics) Find(ImmutableArray<Block> blocks, Func<int?> year)
    {
        var tables = ImmutableHashSet.CreateBuilder<Table>(ReferenceEqualityComparer.Instance);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var caption = "";
        foreach (var block in blocks)
        {
            if (block is not Table table)
            {
                caption = SectionReader.TextOf(block)!;
                continue;
            }

            var own = table.Rows is [var first, ..] && first.Cells.Where(cell => cell.Text.Length > 0).ToList() is [var only] && OtherYearIn(only.Text, year) ? only.Text : caption;
            if (!OtherYearIn(own, year))
                continue;
            tables.Add(table);
            diagnostics.Add(DiagnosticRules.TableOfOtherYear.At(table.Location, TextFolding.Squeeze(own)));
        }

        return (tables.ToImmutable(), diagnostics.ToImmutable());
    }

    private static bool OtherYearIn(string line, Func<int?> year)
    {
        if (line.Length is 0 or > LongestCaption || line.EndsWith('。'))
            return false;
        var squeezed = TextFolding.Squeeze(line).TrimStart('附', '件', '表', ':', '、', '.', '(', ')', '1', '3', '4');
        if (LastYear.Any(words => squeezed.StartsWith(words, StringComparison.Ordinal)))
            return !squeezed.Contains("结转", StringComparison.Ordinal);
        return ChineseDate.FindYear(squeezed) is { Index: 0 } && ChineseDate.FindDate(squeezed) is null && year() is { } own && ChineseDate.YearsIn(squeezed).All(named => named != own);
    }
}
