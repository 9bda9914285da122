using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Pages;

/// <summary>The names of cells in the words of the form.</summary>
public static class CellLabels
{
    /// <summary>What tells the cells of one relation apart: their rows, if they share a column, else their columns.</summary>
    public static Func<CellName, string> Within(AnnualReport report, ImmutableArray<CellName> cells)
    {
        var oneColumn = cells.Select(cell => cell.Column).Distinct().Count() == 1;
        return cell =>
        {
            var form = report.Tables.FirstOrDefault(table => table.Form.Id == cell.Table)?.Form
                ?? report.Edition?.Table(cell.Table);
            var row = form?.Row(cell.Row)?.NumberedLabel ?? cell.Row;
            var column = form?.Column(cell.Column)?.Label ?? cell.Column;
            var oneRow = cells.Select(other => other.Row).Distinct().Count() == 1;
            return oneColumn && cells.Length > 1 ? row : oneRow && cells.Length > 1 ? column : $"{row}·{column}";
        };
    }

    /// <summary>A row with the groups it stands in, the outermost left out: （三）不予公开·1.属于国家秘密.</summary>
    public static string InGroups(FormTable form, FormRow row)
    {
        var label = row.NumberedLabel;
        for (var group = form.Group(row.Parent); group?.Parent is not null; group = form.Group(group.Parent))
            label = $"{group.NumberedLabel}·{label}";
        return label;
    }

    /// <summary>A cell's row in its groups, and its column if the form has several: 本年新收政府信息公开申请数量 · 自然人. Null if the form has no such cell.</summary>
    public static string? Full(FormTable form, string row, string column) =>
        form.Row(row) is { } formRow && form.Column(column) is { } formColumn
            ? form.Columns.Length == 1 ? InGroups(form, formRow) : $"{InGroups(form, formRow)} · {formColumn.Label}"
            : null;

    /// <summary>What a rule says, in the words of the form; null if no edition has it.</summary>
    public static string? Rule(string rule) =>
        rule == Finding.CarryOver
            ? Words.Chinese["checks.carry_over"]
            : Editions.All.Reverse().SelectMany(edition => edition.Relations).FirstOrDefault(relation => relation.Id == rule)?.Label;
}
