using System.Globalization;
using System.Text.Json;

namespace DisclosureArchive.Reports.Tests.Acceptance;

/// <summary>What a real report holds, read by eye: a record of <c>../shared/acceptance/expected</c>.</summary>
internal sealed class ExpectedRecord
{
    private readonly JsonElement _root;

    public ExpectedRecord(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Repository.Shared("acceptance", "expected", name)));
        _root = json.RootElement.Clone();
    }

    public string FileName => _root.GetProperty("file").GetString()!;

    public string? Agency => _root.GetProperty("agency").GetString();

    public List<string> AgencyAccept => Strings(_root.GetProperty("agency_accept"));

    public int Year => _root.GetProperty("year").GetInt32();

    public string Form => _root.GetProperty("form").GetString()!;

    public string? PublishDate => _root.GetProperty("publish_date").GetString();

    public Dictionary<string, decimal?> Cells => Numbers(_root.GetProperty("cells"));

    /// <summary>Cells that can't be known from the source, with the values that are accepted.</summary>
    public Dictionary<string, List<decimal?>> OpenCells => _root.GetProperty("open_cells").EnumerateObject()
        .ToDictionary(cell => cell.Name, cell => cell.Value.EnumerateArray().Select(Number).ToList());

    public List<string> Failed => Strings(_root.GetProperty("checks").GetProperty("failed"));

    public List<string> NotAssessable => Strings(_root.GetProperty("checks").GetProperty("not_assessable"));

    public List<string> OpenChecks => Strings(_root.GetProperty("checks").GetProperty("open"));

    public int? PassedCount => _root.TryGetProperty("passed_count", out var count) ? count.GetInt32() : null;

    public Dictionary<string, decimal?> TextFigures => Numbers(_root.GetProperty("text_figures"));

    /// <summary>Title and figures (row label, column label, value) of the report's own tables.</summary>
    public List<(string Title, List<(string Row, string Column, decimal Value)> Figures)> Tables =>
        [.. _root.GetProperty("tables").EnumerateArray().Select(table => (
            table.GetProperty("title").GetString()!,
            (from row in table.GetProperty("figures").EnumerateObject()
             from cell in row.Value.EnumerateObject()
             select (row.Name, cell.Name, cell.Value.GetDecimal())).ToList()))];

    public override string ToString() => FileName;

    private static List<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    private static Dictionary<string, decimal?> Numbers(JsonElement map) => map.EnumerateObject().ToDictionary(cell => cell.Name, cell => Number(cell.Value));

    private static decimal? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ => value.GetDecimal(),
    };
}
