using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace DisclosureArchive.Reports.Forms;

/// <summary>
/// The three editions of the national form, read once from the flat files in <c>Forms/Definitions</c>:
/// the one place that knows a form's labels, order and sums.
/// </summary>
public static class Editions
{
    /// <summary>Columns of <c>form-*.csv</c>; all empty but for the fields that its <see cref="Kind"/> needs.</summary>
    private sealed record Line(
        string Table, string Kind, string Id, string? Parent, string Number, string Label, ImmutableArray<string> Aliases,
        string Article, string Unit, string English, string Figure);

    private static readonly ImmutableArray<FormEdition> Loaded = Load();

    /// <summary>政府信息公开条例 (2008), with the national statistics sheet.</summary>
    public static FormEdition Form2008 => Get("form-2008");

    /// <summary>国办公开办函〔2019〕60号.</summary>
    public static FormEdition Form2019 => Get("form-2019");

    /// <summary>国办公开办函〔2021〕30号.</summary>
    public static FormEdition Form2021 => Get("form-2021");

    /// <summary>All editions, oldest first.</summary>
    public static ImmutableArray<FormEdition> All => Loaded;

    /// <summary>The edition of an id such as <c>form-2021</c>.</summary>
    /// <exception cref="ArgumentException">There is no such edition.</exception>
    public static FormEdition Get(string id) =>
        Loaded.FirstOrDefault(edition => edition.Id == id) ?? throw new ArgumentException($"There is no edition {id}.", nameof(id));

    /// <summary>The edition in force for a year reported on; the oldest for years before it too.</summary>
    public static FormEdition InForce(int year) => Loaded.LastOrDefault(edition => edition.FirstYear <= year) ?? Loaded[0];

    private static ImmutableArray<FormEdition> Load()
    {
        var relations = Read("relations.csv", csv => new
        {
            Edition = csv.GetString("edition"),
            Id = csv.GetString("id"),
            Scope = Enum.Parse<RelationScope>(csv.GetString("scope").Replace("_", ""), ignoreCase: true),
            Left = csv.GetString("left").Split(' '),
            Right = csv.GetString("right").Split(' '),
            Label = csv.GetString("label"),
            English = csv.GetString("english"),
        });

        return Read("editions.csv", csv =>
        {
            var id = csv.GetString("id");
            var lines = Read($"{id}.csv", ReadLine);
            ImmutableArray<FormTable> tables = [.. lines.Where(line => line.Kind == "table").Select(table => MakeTable(id, table, lines))];
            return new FormEdition(
                id, csv.GetString("label"), csv.GetString("english"), csv.GetString("legal_basis"), int.Parse(csv.GetString("first_year"), CultureInfo.InvariantCulture), tables,
                [.. relations.Where(relation => relation.Edition == id).Select(relation =>
                    MakeRelation(relation.Id, relation.Scope, relation.Left, relation.Right, relation.Label, relation.English, tables))]);
        });
    }

    private static Line ReadLine(CsvReader csv) => new(
        csv.GetString("table"), csv.GetString("kind"), csv.GetString("id"),
        csv.GetString("parent") is { Length: > 0 } parent ? parent : null,
        csv.GetString("number"), csv.GetString("label"),
        [.. csv.GetString("aliases").Split('|', StringSplitOptions.RemoveEmptyEntries)],
        csv.GetString("article"), csv.GetString("unit"), csv.GetString("english"), csv.GetString("figure"));

    private static FormTable MakeTable(string edition, Line table, ImmutableArray<Line> all)
    {
        var lines = all.Where(line => line.Table == table.Id).ToList();
        var groups = lines.Where(line => line.Kind == "group").ToDictionary(line => line.Id);
        var sheet = table.Id == "statistics_2008";

        string PathOf(Line line) =>
            (line.Parent is null ? "" : PathOf(lines.First(other => other.Id == line.Parent && other.Kind is ("row" or "group"))) + "/")
            + BareLabel(line.Label);

        return new FormTable(
            edition, table.Id, table.Label, table.English,
            [.. groups.Values.Select(MakeLabel)],
            [.. lines.Where(line => line.Kind == "row").Select(line => new FormRow(
                sheet ? PathOf(line) : line.Id, line.Parent, line.Number, line.Label, line.Aliases, line.English,
                line.Article, line.Unit, sheet ? line.Id : ""))],
            [.. lines.Where(line => line.Kind == "column").Select(line =>
            {
                var rowGroup = line.Parent is not null && groups.ContainsKey(line.Parent) ? line.Parent : null;
                return new FormColumn(
                    line.Id, rowGroup is null ? line.Parent : null, line.Label, line.Aliases, line.English, rowGroup,
                    Enum.Parse<FigureKind>(line.Figure, ignoreCase: true), line.Unit);
            })],
            [.. lines.Where(line => line.Kind == "column_group").Select(MakeLabel)]);
    }

    private static FormLabel MakeLabel(Line line) =>
        new(line.Id, line.Parent, line.Number, line.Label, line.Aliases, line.English);

    /// <summary>A relation of the statistics sheet names rows by their short ids and is itself named after its whole.</summary>
    private static FormRelation MakeRelation(
        string id, RelationScope scope, string[] left, string[] right, string label, string english, ImmutableArray<FormTable> tables)
    {
        var table = tables.First(candidate => id.StartsWith(candidate.Id + ".", StringComparison.Ordinal));
        if (scope != RelationScope.Once)
            return new FormRelation(id, table.Id, scope, [.. left], [.. right], label, english);

        string RowOf(string alias) => table.Rows.First(row => row.Alias == alias).Id;
        return new FormRelation($"{id}.{RowOf(left[0])}", table.Id, scope, [.. left.Select(RowOf)], [.. right.Select(RowOf)], label, english);
    }

    /// <summary>A label without its bracketed note.</summary>
    private static string BareLabel(string label)
    {
        var bracket = label.IndexOf('（', StringComparison.Ordinal);
        return bracket < 0 ? label : label[..bracket];
    }

    private static ImmutableArray<T> Read<T>(string resource, Func<CsvReader, T> make) => DefinitionFile.Read(typeof(Editions).Assembly, resource, make);
}
