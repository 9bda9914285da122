using System.Collections.Immutable;
using System.Text.Json;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Comparing;

/// <summary>A figure of a published report.</summary>
/// <param name="Cell"><c>table.row.column</c>; a further one of the same name (own tables only) with its number behind it.</param>
/// <param name="Label">Row and column in the words of the form.</param>
/// <param name="State">As <c>docs/data.md</c> has it.</param>
/// <param name="Value">The number; null unless it is reported.</param>
public sealed record PublishedFigure(string Cell, string Label, string State, decimal? Value);

/// <summary>A judged relation of a published report.</summary>
public sealed record PublishedCheck(string Relation, string Label, string Status);

/// <summary>A report as an archive publishes it: <c>agencies/&lt;agency&gt;/&lt;year&gt;.json</c>, whose contract is <c>docs/data.md</c>.</summary>
public sealed record PublishedReport
{
    /// <summary>Path of its page in the output.</summary>
    public required string Page { get; init; }

    /// <summary>Full name of the agency; empty if it is not known.</summary>
    public required string Agency { get; init; }

    /// <summary>The year reported on; null if it is not known.</summary>
    public required int? Year { get; init; }

    /// <summary>Whether it is the current report of its agency and year.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>What else is known of it, by the name of the member: form, title, date, source, hash.</summary>
    public required ImmutableSortedDictionary<string, string> Facts { get; init; }

    /// <summary>Its figures in order.</summary>
    public required ImmutableArray<PublishedFigure> Figures { get; init; }

    /// <summary>Its relations in order.</summary>
    public required ImmutableArray<PublishedCheck> Checks { get; init; }

    /// <summary>Its prose, as it stands in the file: to be compared only.</summary>
    public required string Prose { get; init; }

    /// <summary>How many diagnostics it has of each code.</summary>
    public required ImmutableSortedDictionary<string, int> Diagnostics { get; init; }

    /// <summary>Reads one.</summary>
    /// <param name="page">Path of its page.</param>
    /// <param name="content">Bytes of the file.</param>
    /// <exception cref="UserError">It is no report.</exception>
    public static PublishedReport Read(string page, ReadOnlyMemory<byte> content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            return Read(page, json.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new UserError($"{page[..^".html".Length]}.json 不是本程序生成的报告数据。", "It is no report data of this program.");
        }
    }

    private static PublishedReport Read(string page, JsonElement root)
    {
        var source = root.GetProperty("source");
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in (string[])["form", "title", "published", "transcribed_by"])
            facts[name] = Text(root, name);
        facts["source"] = Text(source, "path");
        facts["sha256"] = Text(source, "sha256");
        facts["further_sources"] = root.TryGetProperty("further_sources", out var further)
            ? string.Join("、", further.EnumerateArray().Select(other => $"{Text(other, "path")} {Text(other, "sha256")}"))
            : "";
        return new PublishedReport
        {
            Page = page,
            Agency = Text(root.GetProperty("agency"), "name"),
            Year = root.TryGetProperty("year", out var year) ? year.GetInt32() : null,
            IsCurrent = root.GetProperty("current").GetBoolean(),
            Facts = facts.ToImmutable(),
            Figures = ReadFigures(root.GetProperty("tables")),
            Checks = [.. root.GetProperty("checks").EnumerateArray().Select(check => new PublishedCheck(Text(check, "relation"), Text(check, "label"), Text(check, "status")))],
            Prose = root.GetProperty("sections").GetRawText(),
            Diagnostics = root.GetProperty("diagnostics").EnumerateArray().Select(said => Text(said, "code")).CountBy(code => code)
                .ToImmutableSortedDictionary(code => code.Key, code => code.Value, StringComparer.Ordinal),
        };
    }

    private static ImmutableArray<PublishedFigure> ReadFigures(JsonElement tables)
    {
        var figures = ImmutableArray.CreateBuilder<PublishedFigure>();
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables.EnumerateArray())
        {
            var id = Text(table, "table");
            var form = Editions.All.FirstOrDefault(edition => edition.Id == Text(table, "form"))?.Table(id);
            foreach (var figure in table.GetProperty("figures").EnumerateArray())
            {
                var (row, column) = (Text(figure, "row"), Text(figure, "column"));
                var cell = $"{id}.{row}.{column}";
                var name = cell;
                while (!taken.Add(name))
                    name = $"{cell} #{times[cell] = times.GetValueOrDefault(cell, 1) + 1}";
                figures.Add(new PublishedFigure(
                    name, LabelOf(form, Text(table, "label"), row, column), Text(figure, "state"),
                    figure.TryGetProperty("value", out var value) ? value.GetDecimal() : null));
            }
        }

        return figures.ToImmutable();
    }

    private static string LabelOf(FormTable? form, string title, string row, string column) =>
        form is not null && CellLabels.Full(form, row, column) is { } label
            ? label
            : string.Join(" · ", new[] { title, row, column }.Where(part => part.Length > 0));

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
}
