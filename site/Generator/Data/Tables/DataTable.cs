using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>What a column of a published table holds.</summary>
public enum ColumnType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A word of the data contract (a state, an outcome); in files for spreadsheets it stands in Chinese.</summary>
    Word,

    /// <summary>A whole number, or nothing.</summary>
    Whole,

    /// <summary>A year, or nothing.</summary>
    Year,

    /// <summary>A decimal number, or nothing.</summary>
    Number,

    /// <summary>A date, <c>yyyy-MM-dd</c>, or nothing.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A cell of the form: a number, or the word of its state; nothing where the row has no such cell in its edition.</summary>
    Figure,
}

/// <summary>A column of a published table.</summary>
/// <param name="Name">As it stands in the header of files for programs.</param>
/// <param name="Label">In Chinese, as it stands in files for spreadsheets.</param>
/// <param name="LabelEnglish">The same in English.</param>
/// <param name="Meaning">What it holds, in Chinese; may be empty where the label says it.</param>
/// <param name="MeaningEnglish">The same in English.</param>
public sealed record DataColumn(string Name, ColumnType Type, string Label, string LabelEnglish, string Meaning, string MeaningEnglish);

/// <summary>A table of the published data, whatever the format of its file. The one place that knows its columns; they are read from <c>Definitions</c> and, for the form's own columns, from the editions.</summary>
/// <param name="Id">Its name, that of its files.</param>
/// <param name="IsOfReports">Whether its rows are made of a report each, and begin with <see cref="DataTables.Shared"/>; otherwise of the archive's lists.</param>
/// <param name="Key">The columns whose values together no two rows share; none if there are no such.</param>
/// <param name="Reference">The column whose values stand in the key of another table; null if there is none.</param>
/// <param name="Columns">All, in order.</param>
public sealed record DataTable(
    string Id, bool IsOfReports, ImmutableArray<string> Key, TableReference? Reference, string Label, string LabelEnglish, string Meaning, string MeaningEnglish, ImmutableArray<DataColumn> Columns)
{
    /// <summary>For <see cref="ColumnType.Figure"/> columns of a table of the form: the place of each among them.</summary>
    internal FrozenDictionary<string, int> FigurePlaces { get; init; } = FrozenDictionary<string, int>.Empty;

    public override string ToString() => Id;
}

/// <summary>A column whose values name the rows of another table.</summary>
/// <param name="Column">The column.</param>
/// <param name="Table">The other table.</param>
/// <param name="Key">Its key.</param>
public sealed record TableReference(string Column, string Table, string Key);
