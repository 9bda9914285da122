using System.Collections.Immutable;
using DisclosureArchive.Fuzzing.Seeds;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Mutators;

/// <summary>Changes the tables of a made-up report before they are written down, so that each change comes in every layout.</summary>
internal sealed class PrintMutator : Mutator
{
    public override bool Fits(Seed seed) => seed.Print is { } print && print.Report.Blocks.OfType<PrintedBlock.Grid>().Any();

    public override Mutation? Mutate(Seed seed, SplitMix random)
    {
        var blocks = seed.Print!.Report.Blocks;
        var grid = random.Pick([.. blocks.OfType<PrintedBlock.Grid>()]);
        var table = grid.Table;
        var row = random.Below(table.Rows.Length);
        var cell = random.Below(table.Rows[row].Length);
        if (Change(table, row, cell, random) is not { } change)
            return null;
        var changed = blocks.Replace(grid, new PrintedBlock.Grid(change.Table));
        var print = seed.Print with { Report = seed.Print.Report with { Blocks = changed } };
        return new Mutation($"{change.What}: row {row + 1}, cell {cell + 1} “{Shown(table.Rows[row][cell].Text)}”", print.Write(), change.Allowed);
    }

    private static (PrintedTable Table, string What, Allowance Allowed)? Change(PrintedTable table, int row, int cell, SplitMix random)
    {
        var own = table.Rows[row][cell];
        switch (random.Below(12))
        {
            case 0:
                return (WithCells(own with { Text = "" }), "empty", Allowances.Nothing);
            case 1:
                var mark = random.Pick(Noises.FootnoteMarks);
                return (WithCells(own with { Text = own.Text + mark }), $"mark with {mark}", Allowances.Nothing);
            case 2:
                var other = random.Pick(Noises.NoFigures);
                return FormWords.IsFigure(own.Text) ? (WithCells(own with { Text = other }), $"“{other}” for", Allowances.Nothing) : null;
            case 3 when cell + 1 < table.Rows[row].Length:
                var next = table.Rows[row][cell + 1];
                var exchanged = table.Rows[row].SetItem(cell, own with { Text = next.Text }).SetItem(cell + 1, next with { Text = own.Text });
                return (WithRow(exchanged), $"exchange with “{Shown(next.Text)}”", FormWords.Exchange(own.Text, next.Text));
            case 4 when own.ColumnSpan > 1:
                return (WithCells(own with { ColumnSpan = 1 }, new PrintedCell(random.OneIn(2) ? "" : own.Text, own.ColumnSpan - 1, own.RowSpan)), "split", Allowances.Nothing);
            case 5 when cell + 1 < table.Rows[row].Length && table.Rows[row][cell + 1] is { } beside && beside.RowSpan == own.RowSpan:
                var merged = own with { Text = $"{own.Text} {beside.Text}".Trim(), ColumnSpan = own.ColumnSpan + beside.ColumnSpan };
                return (WithRow(table.Rows[row].RemoveAt(cell + 1).SetItem(cell, merged)), $"merge with “{Shown(beside.Text)}”", Allowances.Nothing);
            case 6 when IsWhole(row):
                return (table with { Rows = table.Rows.RemoveAt(row) }, "remove the row", Allowances.Nothing);
            case 7 when IsWhole(row):
                return (table with { Rows = table.Rows.Insert(row, table.Rows[row]) }, "repeat the row", Allowances.Nothing);
            case 8 when IsWhole(row) && row + 1 < table.Rows.Length && IsWhole(row + 1):
                return (table with { Rows = table.Rows.SetItem(row, table.Rows[row + 1]).SetItem(row + 1, table.Rows[row]) }, "exchange the row with the next", Allowances.Nothing);
            case 9 when IsWhole(row):
                var label = random.Pick(["小计", "不予公开小计", "其中：", "合计（不含上年）", "备注", "其中：属于工作秘密"]);
                var figures = Enumerable.Range(0, table.Columns - 1).Select(column => new PrintedCell(column + 1 >= table.Columns - 7 ? $"{70000 + random.Below(9999)}" : ""));
                return (table with { Rows = table.Rows.Insert(row, [new PrintedCell(label), .. figures]) }, $"insert a row “{label}” before", Allowances.Nothing);
            case 10:
                return (Widened(atEnd: random.OneIn(2), random), "add a column", Allowances.Nothing);
            default:
                return null;
        }

        PrintedTable WithCells(params ImmutableArray<PrintedCell> cells) => WithRow(table.Rows[row].RemoveAt(cell).InsertRange(cell, cells));

        PrintedTable WithRow(ImmutableArray<PrintedCell> cells) => table with { Rows = table.Rows.SetItem(row, cells) };

        // Whether no merged cell goes through the row.
        bool IsWhole(int index) => table.Grid()[index].All(slot => slot.FirstRow && slot.Cell.RowSpan == 1);

        PrintedTable Widened(bool atEnd, SplitMix chance)
        {
            var title = chance.Pick(["序号", "备注", ""]);
            var rows = table.Rows.Select((cells, index) =>
            {
                var text = index < table.HeaderRows ? title : title == "序号" ? $"{80000 + index}" : "";
                return atEnd ? cells.Add(new PrintedCell(text)) : cells.Insert(0, new PrintedCell(text));
            });
            return table with { Columns = table.Columns + 1, Rows = [.. rows] };
        }
    }

    private static string Shown(string text) => text.Replace("\n", "⏎", StringComparison.Ordinal);
}
