using System.Collections.Frozen;
using System.Collections.Immutable;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data.Sqlite;

/// <summary>
/// What the tables, views and columns of the archive's database mean, from <c>documentation.csv</c>. A column has an entry of its own, or that of
/// <c>*</c>, which holds wherever a column is so named; the columns of <see cref="WideView"/> have the words of the form.
/// </summary>
internal static class ArchiveDocumentation
{
    private const string Anywhere = "*";

    /// <summary>The entries of the file: name of a table or view, or <c>*</c>; column, or empty for the table itself; both languages.</summary>
    public static readonly ImmutableArray<(string Name, string Column, string Chinese, string English)> Entries = DefinitionFile.Read(
        typeof(ArchiveDocumentation).Assembly, "Sqlite.documentation.csv",
        csv => (csv.GetString("name"), csv.GetString("column"), csv.GetString("chinese"), csv.GetString("english")));

    private static readonly FrozenDictionary<(string Name, string Column), (string Chinese, string English)> Meanings = Entries
        .Concat(WideView.All.SelectMany(view => view.Columns.Select(column => (Name: view.Name, Column: column.Name, column.Chinese, column.English))))
        .ToFrozenDictionary(entry => (entry.Name, entry.Column), entry => (entry.Chinese, entry.English));

    /// <summary>The meaning of a column; of the table or view itself if it is empty.</summary>
    /// <exception cref="InvalidOperationException">It is not documented.</exception>
    public static (string Chinese, string English) Of(string name, string column) =>
        Meanings.TryGetValue((name, column), out var meaning) || (column.Length > 0 && Meanings.TryGetValue((Anywhere, column), out meaning))
            ? meaning
            : throw new InvalidOperationException($"documentation.csv does not tell what {name}.{column} means.");
}
