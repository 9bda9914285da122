using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Benchmarks.Comparing;

/// <summary>
/// What the other generators are given: everything that our build read, from the JSON that it published of each report
/// (<c>agencies/&lt;agency&gt;/&lt;report&gt;.json</c>), arranged by page, so that they have only to render it.
/// </summary>
internal sealed class PeerData
{
    private static readonly Dictionary<string, string> StateWords = new()
    {
        ["blank"] = "空白",
        ["not_applicable"] = "不适用",
        ["unreadable"] = "无法辨认",
        ["missing"] = "缺失",
    };

    private static readonly (string Table, string Column)[] SeriesTables =
        [("requests", "total"), ("disputes", "total"), ("statistics_2008", "value")];

    private readonly List<(JsonObject Page, JsonElement Read)> _reports = [];

    /// <param name="output">The output folder of our build.</param>
    public PeerData(string output)
    {
        foreach (var folder in Directory.GetDirectories(Path.Combine(output, "agencies")).Order(StringComparer.Ordinal))
        {
            var read = Directory.GetFiles(folder, "*.json").Where(file => Path.GetFileName(file) is not ("index.json" or "feed.json")).Order(StringComparer.Ordinal)
                .Select(file => (Slug: Path.GetFileNameWithoutExtension(file), Json: Parse(file)))
                .Where(report => report.Json.GetProperty("current").GetBoolean()).ToList();
            for (var index = 0; index < read.Count; index++)
                _reports.Add((ReportPage(
                    Path.GetFileName(folder), read[index].Slug, read[index].Json,
                    index > 0 ? read[index - 1].Slug : null, index < read.Count - 1 ? read[index + 1].Slug : null), read[index].Json));
        }

        Reports = [.. _reports.Select(report => report.Page)];
        Agencies = [.. _reports.GroupBy(report => Text(report.Page, "agency")).Select(AgencyPage)];
        Years = [.. _reports.GroupBy(report => Text(report.Page, "year")).OrderBy(year => year.Key, StringComparer.Ordinal).Select(YearPage)];
        Site = new JsonObject
        {
            ["title"] = "性能测试档案",
            ["notice"] = "演示数据，机关与数字均为虚构",
            ["years"] = Array(Years.Select(year => JsonValue.Create(Text(year, "year")))),
        };
        foreach (var agency in Agencies)
            AddCoverage(agency);
    }

    public JsonObject Site { get; }

    public List<JsonObject> Reports { get; }

    public List<JsonObject> Agencies { get; }

    public List<JsonObject> Years { get; }

    /// <summary>The counts at the top of the home page.</summary>
    public JsonArray Counts => Array(
    [
        Array(["份报告", $"{Reports.Count}"]), Array(["个机关", $"{Agencies.Count}"]), Array(["个年度", $"{Years.Count}"]),
        Array(["份有勾稽不符", $"{Reports.Count(report => (int)report["counts"]![0]! > 0)}"]),
    ]);

    public JsonArray Newest => Array(Reports.OrderByDescending(report => Text(report, "published"), StringComparer.Ordinal).Take(10).Select(Brief));

    /// <summary>The relations that fail, by rule.</summary>
    public JsonArray Failures => Array(
        from report in Reports
        from rule in report["rules"]!.AsArray()
        from line in rule!["failed"]!.AsArray()
        group new JsonObject
        {
            ["agency"] = Text(report, "agency"),
            ["name"] = Text(report, "name"),
            ["slug"] = Text(report, "slug"),
            ["label"] = (string)line[0]!,
            ["left"] = (string)line[1]!,
            ["right"] = (string)line[2]!,
        }
        by (string)rule["label"]! into lines
        select new JsonObject { ["label"] = lines.Key, ["lines"] = Array(lines) });

    /// <summary>The statutory tables in their official layout; a figure's cell holds its place in the report's list of figures.</summary>
    public static JsonObject Forms()
    {
        var forms = new JsonObject();
        foreach (var table in Editions.All.SelectMany(edition => edition.Tables))
        {
            var cells = table.Cells.ToList();
            var printed = ReportPrinter.Print(table, name => $"#{cells.IndexOf(name)}");
            forms[FormKey(table.Edition, table.Id)] = new JsonObject
            {
                ["caption"] = table.Label,
                ["rows"] = Array(printed.Rows.Select((row, index) => Array(row.Select(cell =>
                {
                    var page = cell.Text.StartsWith('#')
                        ? new JsonObject { ["i"] = int.Parse(cell.Text[1..], CultureInfo.InvariantCulture), ["n"] = cells[int.Parse(cell.Text[1..], CultureInfo.InvariantCulture)].ToString() }
                        : new JsonObject { ["t"] = cell.Text, ["s"] = index < printed.HeaderRows ? "col" : "row" };
                    if (cell.ColumnSpan > 1)
                        page["c"] = cell.ColumnSpan;
                    if (cell.RowSpan > 1)
                        page["r"] = cell.RowSpan;
                    return page;
                })))),
            };
        }

        return forms;
    }

    private static JsonElement Parse(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.Clone();
    }

    private static JsonObject ReportPage(string agency, string slug, JsonElement read, string? previous, string? next)
    {
        var source = read.GetProperty("source");
        var form = Editions.Get(Text(read, "form")).Label;
        var rules = Rules(read);
        var page = new JsonObject
        {
            ["agency"] = agency,
            ["name"] = Text(read.GetProperty("agency"), "name"),
            ["slug"] = slug,
            ["year"] = Text(read, "year"),
            ["title"] = Text(read, "title") is { Length: > 0 } title ? title : $"{Text(read, "year")}年度报告",
            ["form"] = form,
            ["published"] = Text(read, "published"),
            ["previous"] = previous,
            ["next"] = next,
            ["key"] = Array(KeyFigures(read).Select(figure => JsonValue.Create(Number(figure)))),
            ["facts"] = Array(
            [
                Array(["年度", Text(read, "year")]), Array(["格式", form]), Array(["公布日期", Text(read, "published")]),
                Array(["原文件", Text(source, "path")]), Array(["大小", Text(source, "size")]), Array(["SHA-256", Text(source, "sha256")]),
            ]),
            ["parts"] = Parts(read),
            ["rules"] = rules,
            ["diagnostics"] = Array(read.GetProperty("diagnostics").EnumerateArray().Select(told => Array(
                [Text(told, "severity"), Text(told, "code"), Text(told, "chinese"), Text(told, "remedy_chinese")]))),
        };
        page["counts"] = Array(new[] { "failed", "passed", "open" }
            .Select(status => JsonValue.Create(rules.Sum(rule => rule![status]!.AsArray().Count))));
        return page;
    }

    private static JsonArray Parts(JsonElement read)
    {
        var tables = read.GetProperty("tables").EnumerateArray().ToDictionary(table => Text(table, "table"), StringComparer.Ordinal);
        var parts = new List<JsonObject>();
        foreach (var section in read.GetProperty("sections").EnumerateArray())
        {
            var blocks = new JsonArray();
            foreach (var block in section.GetProperty("blocks").EnumerateArray())
            {
                if (block.TryGetProperty("paragraph", out var paragraph))
                    blocks.Add(new JsonObject { ["p"] = paragraph.GetString() });
                else if (block.TryGetProperty("heading", out var heading))
                    blocks.Add(new JsonObject { ["h"] = heading.GetString() });
                else if (block.TryGetProperty("table", out var own) && tables.Remove(own.GetString()!, out var table))
                    blocks.Add(TableBlock(table));
            }

            var kind = Text(section, "kind") is "statistics" ? "statistics_2008" : Text(section, "kind");
            if (tables.Remove(kind, out var statutory))
                blocks.Add(TableBlock(statutory));
            parts.Add(new JsonObject { ["id"] = $"part{parts.Count + 1}", ["heading"] = Text(section, "heading") is { Length: > 0 } printed ? printed : "前言", ["blocks"] = blocks });
        }

        foreach (var table in tables.Values)
            parts.Add(new JsonObject { ["id"] = $"part{parts.Count + 1}", ["heading"] = Text(table, "label"), ["blocks"] = Array([TableBlock(table)]) });
        return Array(parts);
    }

    private static JsonObject TableBlock(JsonElement table) => table.TryGetProperty("source", out var source)
        ? new JsonObject
        {
            ["own"] = new JsonObject
            {
                ["caption"] = Text(table, "label"),
                ["rows"] = Array(source.GetProperty("rows").EnumerateArray().Select(row => Array(row.EnumerateArray().Select(cell =>
                    new JsonObject { ["t"] = Text(cell, "text"), ["c"] = Span(cell, "columns"), ["r"] = Span(cell, "rows") })))),
            },
        }
        : new JsonObject
        {
            ["form"] = FormKey(Text(table, "form"), Text(table, "table")),
            ["f"] = Array(table.GetProperty("figures").EnumerateArray().Select(figure => (JsonNode?)(figure.TryGetProperty("value", out var value)
                ? JsonValue.Create(Number(value.GetDecimal()))
                : Array([StateWords[Text(figure, "state")], Text(figure, "state")])))),
        };

    private static int? Span(JsonElement cell, string name) => cell.TryGetProperty(name, out var span) ? span.GetInt32() : null;

    private static JsonArray Rules(JsonElement read)
    {
        static string Rule(string relation) => relation.StartsWith("text.", StringComparison.Ordinal) || relation.StartsWith("statistics_2008.", StringComparison.Ordinal)
            ? relation
            : string.Join('.', relation.Split('.').Take(relation.StartsWith("carry_over", StringComparison.Ordinal) ? 1 : 2));
        return Array(
            from finding in read.GetProperty("checks").EnumerateArray()
            group finding by Rule(Text(finding, "relation")) into rule
            select new JsonObject
            {
                ["label"] = rule.Key,
                ["failed"] = Array(rule.Where(finding => Text(finding, "status") == "failed").Select(finding =>
                    Array([Text(finding, "label"), Text(finding, "left"), Text(finding, "right"), Text(finding, "detail")]))),
                ["open"] = Array(rule.Where(finding => Text(finding, "status") == "not_assessable").Select(finding =>
                    Array([Text(finding, "label"), Text(finding, "detail")]))),
                ["passed"] = Array(rule.Where(finding => Text(finding, "status") == "passed").Select(finding =>
                    Array([Text(finding, "label"), Text(finding, "left"), Text(finding, "right")]))),
            });
    }

    private static JsonObject AgencyPage(IGrouping<string, (JsonObject Page, JsonElement Read)> reports)
    {
        var pages = reports.Select(report => report.Page).ToList();
        var years = pages.ToDictionary(report => Text(report, "year"), StringComparer.Ordinal);
        var dated = years.Keys.Where(year => year.Length > 0).Select(year => int.Parse(year, CultureInfo.InvariantCulture)).ToList();
        var span = dated.Count > 0 ? Enumerable.Range(dated.Min(), dated.Max() - dated.Min() + 1) : [];
        var region = Text(pages[0], "name");
        return new JsonObject
        {
            ["key"] = reports.Key,
            ["name"] = Text(pages[0], "name"),
            ["region"] = region.Length > 5 ? region[..5] : region,
            ["kind"] = "机关",
            ["reports"] = pages.Count,
            ["span"] = dated.Count > 0 ? $"{dated.Min()}–{dated.Max()}" : "",
            ["counts"] = Array(Enumerable.Range(0, 3).Select(index => JsonValue.Create(pages.Sum(page => (int)page["counts"]![index]!)))),
            ["years"] = Array(span.Select(year => years.TryGetValue($"{year}", out var report)
                ? Brief(report)
                : new JsonObject { ["year"] = $"{year}", ["slug"] = null })),
            ["series"] = Series([.. reports]),
        };
    }

    private static JsonObject Series(List<(JsonObject Page, JsonElement Read)> reports)
    {
        var key = new[] { "新收申请", "办结申请", "行政复议", "行政诉讼" }.Select((label, index) =>
            Array(reports.Select(report => (string)report.Page["key"]![index]!).Prepend(label)));
        var groups = SeriesTables.Select(shown =>
        {
            var forms = Editions.All.Reverse().Select(edition => edition.Table(shown.Table)).OfType<FormTable>()
                .Where(form => reports.Any(report => FindTable(report.Read, form.Id) is { } table && Text(table, "form") == form.Edition)).ToList();
            var rows = forms.SelectMany(form => form.Rows).DistinctBy(row => row.Id);
            return (Label: forms.Count == 0 ? "" : forms[0].Label, Rows: rows.Select(row =>
                Array(reports.Select(report => FigureText(report.Read, shown.Table, row.Id, shown.Column)).Prepend(row.Label))));
        }).Where(group => group.Label.Length > 0).Prepend(("要目（各版格式都有的几项）", key));
        return new JsonObject
        {
            ["years"] = Array(reports.Select(report => JsonValue.Create(Text(report.Page, "year")))),
            ["slugs"] = Array(reports.Select(report => JsonValue.Create(Text(report.Page, "slug")))),
            ["groups"] = Array(groups.Select(group => new JsonObject { ["label"] = group.Item1, ["rows"] = Array(group.Item2) })),
        };
    }

    private static JsonObject YearPage(IGrouping<string, (JsonObject Page, JsonElement Read)> reports) => new()
    {
        ["year"] = reports.Key,
        ["reports"] = Array(reports.Select(report => Brief(report.Page))),
        ["failed"] = reports.Count(report => (int)report.Page["counts"]![0]! > 0),
        ["sums"] = Array(Enumerable.Range(0, 4).Select(index => JsonValue.Create(Number(reports.Sum(report => KeyFigures(report.Read)[index]))))),
    };

    private void AddCoverage(JsonObject agency)
    {
        var slugs = agency["years"]!.AsArray().ToDictionary(year => Text(year!.AsObject(), "year"), year => (string?)year!["slug"], StringComparer.Ordinal);
        agency["coverage"] = Array(Years.Select(year => Text(year, "year")).Select(year =>
            Array([slugs.GetValueOrDefault(year), slugs.ContainsKey(year) ? slugs[year] is null ? "缺" : "有" : "·"])));
    }

    /// <summary>A report as lists show it.</summary>
    private static JsonObject Brief(JsonObject report)
    {
        var brief = new JsonObject();
        foreach (var name in new[] { "agency", "name", "slug", "year", "title", "form", "published", "counts", "key" })
            brief[name] = report[name]?.DeepClone();
        return brief;
    }

    /// <summary>Requests received and concluded, reviews, lawsuits; null where the report gives none.</summary>
    private static decimal?[] KeyFigures(JsonElement read) => FindTable(read, "statistics_2008") is not null
        ? [Value(read, "statistics_2008", "依申请公开情况/收到申请数", "value"), Value(read, "statistics_2008", "依申请公开情况/申请办结数", "value"), Value(read, "statistics_2008", "行政复议数量", "value"), Value(read, "statistics_2008", "行政诉讼数量", "value")]
        : [Value(read, "requests", "received", "total"), Value(read, "requests", "concluded", "total"), Value(read, "disputes", "review", "total"), Value(read, "disputes", "litigation_direct", "total") + Value(read, "disputes", "litigation_after_review", "total")];

    private static JsonElement? FindTable(JsonElement read, string id) =>
        read.GetProperty("tables").EnumerateArray().Cast<JsonElement?>().FirstOrDefault(table => Text(table!.Value, "table") == id);

    private static JsonElement? Find(JsonElement read, string table, string row, string column) =>
        FindTable(read, table)?.GetProperty("figures").EnumerateArray().Cast<JsonElement?>()
            .FirstOrDefault(figure => Text(figure!.Value, "row") == row && Text(figure!.Value, "column") == column);

    private static decimal? Value(JsonElement read, string table, string row, string column) =>
        Find(read, table, row, column) is { } figure && figure.TryGetProperty("value", out var value) ? value.GetDecimal() : null;

    private static string FigureText(JsonElement read, string table, string row, string column) =>
        Find(read, table, row, column) is not { } figure ? "—"
            : figure.TryGetProperty("value", out var value) ? Number(value.GetDecimal()) : StateWords[Text(figure, "state")];

    private static string FormKey(string edition, string table) => $"{edition}/{table}";

    private static string Number(decimal? number) => number?.ToString("#,0.####", CultureInfo.InvariantCulture) ?? "无数字";

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static string Text(JsonObject json, string name) => json[name]?.ToString() ?? "";

    private static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    private static JsonArray Array(IEnumerable<string?> items) => new([.. items.Select(item => (JsonNode?)item)]);
}
