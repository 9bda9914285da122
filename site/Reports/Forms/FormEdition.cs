using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DisclosureArchive.Reports.Forms;

/// <summary>One edition of the national form.</summary>
/// <param name="Id"><c>form-2008</c>, <c>form-2019</c> or <c>form-2021</c>.</param>
/// <param name="Label">What it is called in Chinese.</param>
/// <param name="LabelEnglish">What it is called in English.</param>
/// <param name="LegalBasis">The document that prescribes it.</param>
/// <param name="FirstYear">The first year that is to be reported by it.</param>
/// <param name="Tables">Its statutory tables in order.</param>
/// <param name="Relations">The relations that it demands within one report.</param>
public sealed record FormEdition(
    string Id, string Label, string LabelEnglish, string LegalBasis, int FirstYear, ImmutableArray<FormTable> Tables, ImmutableArray<FormRelation> Relations)
{
    public FormTable? Table(string id) => Tables.FirstOrDefault(table => table.Id == id);

    public bool Equals(FormEdition? other) => Id == other?.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Id;
}

/// <summary>How the form arranges a table.</summary>
public enum FormShape
{
    /// <summary>Rows and columns, either in groups.</summary>
    Grid,

    /// <summary>A block of rows for each article, each with columns of its own.</summary>
    Blocks,

    /// <summary>All rows beside each other in one line.</summary>
    SideBySide,

    /// <summary>One figure a line.</summary>
    List,
}

/// <summary>A statutory table of an edition.</summary>
/// <param name="Edition">Id of the edition whose layout this is.</param>
/// <param name="Id"><c>proactive</c>, <c>requests</c>, <c>disputes</c> or <c>statistics_2008</c>.</param>
/// <param name="Label">Its title in the form, without number: 主动公开政府信息情况.</param>
/// <param name="LabelEnglish">The same in English.</param>
/// <param name="Groups">Labels that span several rows, in order: articles of <c>proactive</c>, 三、（三）不予公开 of <c>requests</c>.</param>
/// <param name="Rows">Its rows in order.</param>
/// <param name="Columns">Its columns in order, all of them.</param>
/// <param name="ColumnGroups">Labels that span several columns: 法人或其他组织.</param>
public sealed record FormTable(
    string Edition,
    string Id,
    string Label,
    string LabelEnglish,
    ImmutableArray<FormLabel> Groups,
    ImmutableArray<FormRow> Rows,
    ImmutableArray<FormColumn> Columns,
    ImmutableArray<FormLabel> ColumnGroups)
{
    /// <summary>How the form arranges it.</summary>
    public FormShape Shape => Id switch
    {
        "proactive" => FormShape.Blocks,
        "disputes" => FormShape.SideBySide,
        "statistics_2008" => FormShape.List,
        _ => FormShape.Grid,
    };

    public FormRow? Row(string id) => Rows.FirstOrDefault(row => row.Id == id);

    public FormColumn? Column(string id) => Columns.FirstOrDefault(column => column.Id == id);

    public FormLabel? Group(string? id) => Groups.FirstOrDefault(group => group.Id == id);

    /// <summary>The columns that a row has: those of its group, or all if the table's columns belong to no group.</summary>
    public IEnumerable<FormColumn> ColumnsOf(FormRow row) =>
        Columns.Where(column => column.RowGroup is null || column.RowGroup == row.Parent);

    private FrozenDictionary<(string Row, string Column), int>? _places;

    /// <summary>The names of all cells, row by row.</summary>
    public IEnumerable<CellName> Cells =>
        from row in Rows from column in ColumnsOf(row) select new CellName(Id, row.Id, column.Id);

    /// <summary>The place of a cell among <see cref="Cells"/>, or -1.</summary>
    public int IndexOf(string row, string column)
    {
        _places ??= Cells.Select((cell, index) => (cell, index)).ToFrozenDictionary(pair => (pair.cell.Row, pair.cell.Column), pair => pair.index);
        return _places.GetValueOrDefault((row, column), -1);
    }
}

/// <summary>A label of the form that has no figures of its own.</summary>
/// <param name="Id">Its id within the table.</param>
/// <param name="Parent">Id of the group it belongs to, or null.</param>
/// <param name="Number">The number printed before it (<c>三、</c>, <c>（三）</c>), or empty.</param>
/// <param name="Label">The official wording without the number.</param>
/// <param name="Aliases">Other wordings seen in reports, short ones included.</param>
/// <param name="LabelEnglish">The same in English.</param>
public record FormLabel(string Id, string? Parent, string Number, string Label, ImmutableArray<string> Aliases, string LabelEnglish)
{
    /// <summary>Number and wording as the form prints them.</summary>
    public string NumberedLabel => Number + Label;
}

/// <summary>A row of a statutory table.</summary>
/// <param name="Article">The article of the Regulations that it reports on, such as 第二十条第（五）项; may be empty.</param>
/// <param name="Unit">Unit of its figures (件, 条, 万元 …); empty if its columns tell.</param>
/// <param name="Alias">A short English id beside a Chinese one (statistics_2008 only), else empty.</param>
public sealed record FormRow(
    string Id, string? Parent, string Number, string Label, ImmutableArray<string> Aliases, string LabelEnglish,
    string Article, string Unit, string Alias) : FormLabel(Id, Parent, Number, Label, Aliases, LabelEnglish)
{
    /// <summary>Whether its figures are amounts of money, whatever its column says.</summary>
    public bool IsMoney => Unit == "万元";

    /// <summary>What its figure in a column counts or measures: on the statistics sheet the row tells the unit.</summary>
    public FigureKind KindIn(FormColumn column) => IsMoney ? FigureKind.Amount : column.Kind;
}

/// <summary>What kind of number a column holds.</summary>
public enum FigureKind
{
    /// <summary>A count, a whole number of 0 or more.</summary>
    Count,

    /// <summary>A signed change: 增4, 减4.</summary>
    Change,

    /// <summary>An amount of money in 万元.</summary>
    Amount,
}

/// <summary>A column of a statutory table.</summary>
/// <param name="RowGroup">Id of the row group whose rows have this column (<c>proactive</c>), or null if every row has it.</param>
/// <param name="Kind">What kind of number it holds.</param>
/// <param name="Unit">Unit of its figures; empty if its rows tell.</param>
public sealed record FormColumn(
    string Id, string? Parent, string Label, ImmutableArray<string> Aliases, string LabelEnglish,
    string? RowGroup, FigureKind Kind, string Unit) : FormLabel(Id, Parent, "", Label, Aliases, LabelEnglish);

/// <summary>Along what a relation is repeated.</summary>
public enum RelationScope
{
    /// <summary>Once for every column: its terms are rows.</summary>
    EachColumn,

    /// <summary>Once for every row: its terms are columns.</summary>
    EachRow,

    /// <summary>Once: its terms are rows of a table with one column.</summary>
    Once,
}

/// <summary>A relation (勾稽关系) that the form demands: the sum of the cells on the left equals the sum of those on the right.</summary>
/// <param name="Id">Such as <c>requests.balance</c>; the column or row is added for each of its cases.</param>
/// <param name="Table">Id of the table it is about.</param>
/// <param name="Scope">Along what it is repeated.</param>
/// <param name="Left">Row or column ids whose sum is the left side.</param>
/// <param name="Right">Row or column ids whose sum is the right side.</param>
/// <param name="Label">What it says, in Chinese.</param>
/// <param name="LabelEnglish">The same in English.</param>
public sealed record FormRelation(
    string Id, string Table, RelationScope Scope, ImmutableArray<string> Left, ImmutableArray<string> Right, string Label, string LabelEnglish);
