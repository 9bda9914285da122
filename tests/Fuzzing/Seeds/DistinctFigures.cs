using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Seeds;

/// <summary>
/// Figures of which no two are the same, so that one that is read into a cell that it does not belong to is always seen. The relations
/// between columns hold, those between rows don't.
/// </summary>
internal static class DistinctFigures
{
    private const int Least = 100;
    private const int Most = 9999;

    /// <param name="edition">Whose cells are filled.</param>
    /// <param name="isSparse">Whether half of them are zero, as in most reports.</param>
    /// <param name="random">Chooses the figures.</param>
    public static ImmutableDictionary<CellName, decimal> Make(FormEdition edition, bool isSparse, SplitMix random)
    {
        var figures = ImmutableDictionary.CreateBuilder<CellName, decimal>();
        var used = new HashSet<decimal>();
        foreach (var table in edition.Tables)
            foreach (var row in table.Rows)
            {
                var columns = table.ColumnsOf(row).ToList();
                var sum = 0m;
                foreach (var column in columns)
                {
                    var name = new CellName(table.Id, row.Id, column.Id);
                    figures[name] = column.Id == "total" ? sum : Next(row, column);
                    sum += figures[name];
                }
            }

        return figures.ToImmutable();

        decimal Next(FormRow row, FormColumn column)
        {
            if (isSparse && random.OneIn(2))
                return 0;
            decimal figure;
            do
                figure = random.Between(Least, Most);
            while (!used.Add(figure));
            if (column.Kind == FigureKind.Change)
                return random.OneIn(2) ? -figure : figure;
            return column.Kind == FigureKind.Amount || row.Unit == "万元" ? figure + 0.25m : figure;
        }
    }
}
