using System.Collections.Immutable;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>A cell of an edition of the form, as the data dictionary has it.</summary>
/// <param name="RowLabel">The form's words for its row, with those it stands under.</param>
/// <param name="RowLabelEnglish">The same in English.</param>
/// <param name="Term">The glossary's anchor of its row.</param>
/// <param name="Similar">Anchors of what comes near in other editions.</param>
internal sealed record DictionaryCell(
    FormTable Form, CellName Name, FormRow Row, FormColumn Column, string RowLabel, string RowLabelEnglish, string Term, ImmutableArray<string> Similar)
{
    /// <summary>The unit of its figure; empty if the form has none.</summary>
    public string Unit => Row.Unit.Length > 0 ? Row.Unit : Column.Unit;

    /// <summary>What its figure counts or measures.</summary>
    public FigureKind Kind => Row.KindIn(Column);
}

/// <summary>Every cell of every edition, oldest edition first, in the order of the forms.</summary>
internal static class DictionaryCells
{
    public static ImmutableArray<DictionaryCell> All { get; } =
        [.. from edition in Editions.All from table in edition.Tables from row in table.Rows from column in table.ColumnsOf(row) select Of(table, row, column)];

    private static DictionaryCell Of(FormTable table, FormRow row, FormColumn column)
    {
        var term = Routes.Term(table, row);
        return new DictionaryCell(
            table, new CellName(table.Id, row.Id, column.Id), row, column, Path(table, row, label => label.NumberedLabel), Path(table, row, label => label.LabelEnglish), term,
            Crosswalk.Similar.GetValueOrDefault(term, []));
    }

    /// <summary>The labels that a row stands under, and its own.</summary>
    private static string Path(FormTable table, FormRow row, Func<FormLabel, string> wording)
    {
        var labels = new List<string>();
        for (FormLabel? label = row; label is not null; label = label.Parent is { } parent ? table.Group(parent) ?? table.Rows.FirstOrDefault(other => other.Alias == parent) as FormLabel : null)
            labels.Insert(0, wording(label));
        return string.Join(" › ", labels);
    }
}
