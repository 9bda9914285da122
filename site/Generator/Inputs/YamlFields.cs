using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DisclosureArchive.Generator.Archive;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>A named text, or a named list of texts.</summary>
/// <param name="Texts">Each with its line.</param>
/// <param name="Line">The name's line.</param>
internal sealed record YamlEntry(string Name, bool IsList, ImmutableArray<(string Text, int Line)> Texts, int Line);

/// <summary>
/// The fields of a small YAML file, taken one by one; what is wrong with them is told in words with the line.
/// </summary>
internal sealed class YamlFields
{
    /// <summary>The first year that may be written.</summary>
    public const int FirstYear = 1949;

    /// <summary>The last year that may be written.</summary>
    public const int LastYear = 2100;

    private const int DeepestNesting = 8;

    private readonly Dictionary<string, YamlNode> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);
    private readonly List<string> _problems;

    private YamlFields(List<string> problems) => _problems = problems;

    /// <summary>Fields that nobody asked for. To be called after all known ones were taken.</summary>
    public IEnumerable<string> Unknown => _fields.Keys;

    /// <summary>What is wrong, each with its line.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads a file whose top is a mapping. An empty file has no fields.</summary>
    /// <param name="content">Its bytes; null if there are too many.</param>
    public static YamlFields Read(byte[]? content)
    {
        var fields = new YamlFields([]);
        if (content is null)
        {
            fields._problems.Add($"文件过大（上限 {SourceReader.MostOfSettings >> 20} MB）");
            return fields;
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
            DemandShallow(text);
            var yaml = new YamlStream();
            yaml.Load(new DeclaredScalars(new Parser(new StringReader(text)), line => fields.Problem(line, DeclaredText.Replaced)));
            if (yaml.Documents.Count > 1)
                fields._problems.Add("只能有一个文档（不要用“---”分隔）");
            else if (yaml.Documents.Count == 1)
                fields.Take(yaml.Documents[0].RootNode);
        }
        catch (YamlException problem)
        {
            fields._problems.Add($"第{problem.Start.Line}行：{DeclaredText.Of(problem.Message).ReplaceLineEndings(" ")}");
        }
        catch (DecoderFallbackException)
        {
            fields._problems.Add("文件不是 UTF-8 编码");
        }

        return fields;
    }

    public string? Text(string field)
    {
        if (!_fields.Remove(field, out var node))
            return null;
        if (node is YamlScalarNode { Value: { } text })
            return text.Trim();
        _problems.Add($"第{node.Start.Line}行：{field} 应是一段文字");
        return null;
    }

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public ImmutableArray<string> Texts(string field)
    {
        if (!_fields.Remove(field, out var node))
            return [];
        if (node is YamlScalarNode { Value: { } one })
            return [one.Trim()];
        if (node is YamlSequenceNode sequence && sequence.All(item => item is YamlScalarNode))
            return [.. sequence.Select(item => ((YamlScalarNode)item).Value!.Trim())];
        _problems.Add($"第{node.Start.Line}行：{field} 应是一段文字，或文字的列表（每项以“- ”开头）");
        return [];
    }

    public int? Year(string field) =>
        Parsed(field, "是四位年份，如 2023", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year : (int?)null);

    public DateOnly? Date(string field) =>
        Parsed(field, "是 2024-01-31 这样的日期", text =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null);

    public bool? Flag(string field) =>
        Parsed(field, "是 true 或 false", text => text switch { "true" => true, "false" => false, _ => (bool?)null });

    public int? Whole(string field, int most) =>
        Parsed(field, $"是 1 到 {most} 的整数", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : (int?)null);

    public decimal? Number(string field) =>
        Parsed(field, "是一个数字", text =>
            decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null);

    /// <summary>An address of the web; nothing else may become a link.</summary>
    public string? Address(string field)
    {
        var line = LineOf(field);
        if (Text(field) is not { Length: > 0 } text)
            return null;
        if (WebAddress.Of(text) is not null)
            return text;
        _problems.Add($"第{line}行：{field} 应以 http:// 或 https:// 开头");
        return null;
    }

    /// <summary>The fields of a mapping within this one; null if there is none.</summary>
    public YamlFields? Inner(string field)
    {
        if (!_fields.Remove(field, out var node))
            return null;
        var inner = new YamlFields(_problems);
        inner.Take(node);
        return inner;
    }

    /// <summary>A list of mappings; each with its line.</summary>
    public IReadOnlyList<(YamlFields Fields, long Line)> List(string field)
    {
        if (!_fields.Remove(field, out var node))
            return [];
        if (node is not YamlSequenceNode sequence)
        {
            _problems.Add($"第{node.Start.Line}行：{field} 应是一个列表（每项以“- ”开头）");
            return [];
        }

        var items = new List<(YamlFields, long)>();
        foreach (var item in sequence)
        {
            var fields = new YamlFields(_problems);
            fields.Take(item);
            items.Add((fields, item.Start.Line));
        }

        return items;
    }

    /// <summary>A mapping of names to a text or a list of texts; null if there is no such field.</summary>
    public IReadOnlyList<YamlEntry>? Mapping(string field)
    {
        if (!_fields.Remove(field, out var node))
            return null;
        if (node is not YamlMappingNode mapping)
        {
            _problems.Add($"第{node.Start.Line}行：{field} 应由“名称: 内容”各行组成");
            return [];
        }

        var entries = new List<YamlEntry>();
        foreach (var (key, value) in mapping)
        {
            var texts = (value is YamlSequenceNode list ? list.Children : [value]).Select(TextOf).ToList();
            if (key is not YamlScalarNode { Value: { Length: > 0 } name })
                _problems.Add($"第{key.Start.Line}行：{field} 中的名称应是一个词");
            else if (texts.Contains(null))
                _problems.Add($"第{value.Start.Line}行：{field} 中的“{name}”应写一个数，或一列数；原件空白写 \"\"");
            else
                entries.Add(new YamlEntry(name, value is YamlSequenceNode, [.. texts.Select(text => text!.Value)], (int)key.Start.Line));
        }

        return entries;
    }

    /// <summary>A scalar's text with its line; null if nothing was written there, which is not the same as <c>""</c>.</summary>
    private static (string Text, int Line)? TextOf(YamlNode node) =>
        node is YamlScalarNode { Value: { } text } scalar && !(scalar.Style == ScalarStyle.Plain && text is "" or "~" or "null")
            ? (text.Trim(), (int)node.Start.Line)
            : null;

    /// <param name="line">Where; 0 for nowhere.</param>
    public void Problem(long line, string text) => _problems.Add(line > 0 ? $"第{line}行：{text}" : text);

    /// <summary>The line of a field that was not taken yet; 0 if there is none.</summary>
    public long LineOf(string field) => _fields.ContainsKey(field) ? _lines[field] : 0;

    private T? Parsed<T>(string field, string should, Func<string, T?> parse)
        where T : struct
    {
        var line = LineOf(field);
        if (Text(field) is not { Length: > 0 } text)
            return null;
        var value = parse(text);
        if (value is null)
            _problems.Add($"第{line}行：{field} 应{should}，现为“{text}”");
        return value;
    }

    private void Take(YamlNode node)
    {
        if (node is YamlMappingNode mapping)
        {
            foreach (var (key, value) in mapping)
            {
                if (key is YamlScalarNode { Value: { } name })
                    (_fields[name], _lines[name]) = (value, key.Start.Line);
                else
                    _problems.Add($"第{key.Start.Line}行：项目名应是一个词");
            }
        }
        else if (node is not YamlScalarNode { Value: null or "" })
        {
            _problems.Add($"第{node.Start.Line}行：应由“项目: 内容”各行组成");
        }
    }

    /// <summary>The model of a YAML file is built recursively; a file of brackets must not exhaust the stack.</summary>
    private static void DemandShallow(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting)
                throw new YamlException(parser.Current.Start, parser.Current.End, "嵌套过深");
        }
    }
}
