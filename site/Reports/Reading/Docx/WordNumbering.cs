using System.Text;
using System.Xml;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>The lists of a Word file (<c>numbering.xml</c>): what they print before their paragraphs.</summary>
internal sealed class WordNumbering
{
    public const int Levels = 9;

    private readonly Dictionary<int, AbstractList> _abstracts = [];
    private readonly Dictionary<int, WordList> _lists = [];

    private WordNumbering()
    {
    }

    /// <param name="reader">Of the part; null if the file has none.</param>
    public static WordNumbering Read(XmlReader? reader)
    {
        var numbering = new WordNumbering();
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "abstractNum" && reader.Number("abstractNumId") is { } abstractId)
                numbering._abstracts[abstractId] = AbstractList.Read(reader, abstractId);
            else if (reader.LocalName == "num" && reader.Number("numId") is { } listId)
                numbering.ReadList(reader, listId);
        }

        return numbering;
    }

    /// <summary>The list of a <c>w:numId</c>, or null if there is none.</summary>
    public WordList? this[int listId] => _lists.GetValueOrDefault(listId);

    private void ReadList(XmlReader reader, int listId)
    {
        var list = new WordList();
        var depth = reader.Depth;
        var overridden = 0;
        if (reader.IsEmptyElement)
            return;
        while (reader.ReadInside(depth))
        {
            switch (reader.LocalName)
            {
                case "abstractNumId" when reader.Number() is { } abstractId && _abstracts.TryGetValue(abstractId, out var definition):
                    list.Definition = Linked(definition);
                    break;
                case "lvlOverride":
                    overridden = Math.Clamp(reader.Number("ilvl") ?? 0, 0, Levels - 1);
                    break;
                case "startOverride" when reader.Number() is { } start:
                    list.Starts[overridden] = start;
                    break;
                case "lvl":
                    list.Overrides[overridden] = ListLevel.Read(reader);
                    break;
            }
        }

        _lists[listId] = list;
    }

    /// <summary>A list may only refer to a list style, whose own definition says the rest.</summary>
    private AbstractList Linked(AbstractList definition) => definition.StyleReference is { } style
        ? _abstracts.Values.FirstOrDefault(other => other.StyleName == style) ?? definition
        : definition;
}

/// <summary>A list (<c>w:num</c>): a definition, and what it does otherwise.</summary>
internal sealed class WordList
{
    public AbstractList Definition { get; set; } = new(0);

    public ListLevel?[] Overrides { get; } = new ListLevel?[WordNumbering.Levels];

    public int?[] Starts { get; } = new int?[WordNumbering.Levels];

    public ListLevel Level(int level) => Overrides[level] ?? Definition.Levels[level];

    /// <summary>The level that numbers the paragraphs of a style, 0 if none is named.</summary>
    public int LevelOfStyle(string styleId)
    {
        var level = Array.FindIndex(Definition.Levels, candidate => candidate.StyleId == styleId);
        return level < 0 ? 0 : level;
    }
}

/// <summary>A list's definition (<c>w:abstractNum</c>); lists with the same one count on from each other.</summary>
internal sealed class AbstractList(int id)
{
    public int Id => id;

    public string? StyleName { get; private set; }

    public string? StyleReference { get; private set; }

    public ListLevel[] Levels { get; } = [.. Enumerable.Repeat(ListLevel.None, WordNumbering.Levels)];

    public static AbstractList Read(XmlReader reader, int id)
    {
        var list = new AbstractList(id);
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return list;
        while (reader.ReadInside(depth))
        {
            switch (reader.LocalName)
            {
                case "styleLink":
                    list.StyleName = reader.Value();
                    break;
                case "numStyleLink":
                    list.StyleReference = reader.Value();
                    break;
                case "lvl":
                    var level = Math.Clamp(reader.Number("ilvl") ?? 0, 0, WordNumbering.Levels - 1);
                    list.Levels[level] = ListLevel.Read(reader);
                    break;
            }
        }

        return list;
    }
}

/// <summary>One level of a list (<c>w:lvl</c>).</summary>
/// <param name="Start">The first number.</param>
/// <param name="Format">Name of the number format, such as <c>chineseCounting</c>.</param>
/// <param name="Text">What is printed, <c>%1</c> standing for the number of the first level.</param>
/// <param name="RestartsAfter">The level, counted from 1, that makes this one start again; 0: none does; null: every higher one.</param>
/// <param name="AllDecimal">Whether all numbers are printed as decimals here.</param>
/// <param name="Spaced">Whether a blank follows; it is only printed where number and text would run together.</param>
/// <param name="StyleId">The paragraph style that it numbers.</param>
internal sealed record ListLevel(
    int Start, string Format, string Text, int? RestartsAfter, bool AllDecimal, bool Spaced, string? StyleId)
{
    /// <summary>Nobody means a longer one to be printed before each paragraph.</summary>
    private const int LongestText = 100;

    public static readonly ListLevel None = new(1, "none", "", null, false, false, null);

    public static ListLevel Read(XmlReader reader)
    {
        var level = None with { Format = "decimal", Spaced = true };
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return level;
        while (reader.ReadInside(depth))
        {
            level = reader.LocalName switch
            {
                "start" => level with { Start = reader.Number() ?? 1 },
                "numFmt" => level with { Format = reader.Value() ?? "decimal" },
                "lvlText" => level with { Text = reader.Value() is { Length: <= LongestText } text ? text : "" },
                "lvlRestart" => level with { RestartsAfter = reader.Number() },
                "isLgl" => level with { AllDecimal = reader.IsOn() },
                "suff" => level with { Spaced = reader.Value() != "nothing" },
                "pStyle" => level with { StyleId = reader.Value() },
                _ => level,
            };
        }

        return level;
    }
}

/// <summary>Counts the numbered paragraphs of one document in their order.</summary>
internal sealed class ListCounter(WordNumbering numbering)
{
    private readonly Dictionary<int, int?[]> _counts = [];
    private readonly HashSet<(int List, int Level)> _started = [];

    /// <summary>The number of the next paragraph of a list as printed, empty for a bullet or an unknown list.</summary>
    public (string Text, bool Spaced) Next(int listId, int? level, string? styleId)
    {
        if (numbering[listId] is not { } list)
            return ("", false);
        var at = Math.Clamp(level ?? (styleId is null ? 0 : list.LevelOfStyle(styleId)), 0, WordNumbering.Levels - 1);
        Count(listId, list, at);
        var definition = list.Level(at);
        return definition.Format == "bullet" ? ("", false) : (Print(list, definition), definition.Spaced);
    }

    private void Count(int listId, WordList list, int at)
    {
        if (!_counts.TryGetValue(list.Definition.Id, out var counts))
            _counts[list.Definition.Id] = counts = new int?[WordNumbering.Levels];
        if (list.Starts[at] is { } start && _started.Add((listId, at)))
            counts[at] = start;
        else
            counts[at] = counts[at] is { } last && last < int.MaxValue ? last + 1 : Start(list, at);
        for (var above = 0; above < at; above++)
            counts[above] ??= Start(list, above);
        for (var below = at + 1; below < WordNumbering.Levels; below++)
        {
            if (list.Level(below).RestartsAfter is not { } restart || restart > at)
                counts[below] = null;
        }
    }

    private static int Start(WordList list, int level) => list.Starts[level] ?? list.Level(level).Start;

    private string Print(WordList list, ListLevel definition)
    {
        var counts = _counts[list.Definition.Id];
        var text = new StringBuilder();
        for (var index = 0; index < definition.Text.Length; index++)
        {
            var c = definition.Text[index];
            if (c == '%' && index + 1 < definition.Text.Length && definition.Text[index + 1] is >= '1' and <= '9')
            {
                var level = definition.Text[++index] - '1';
                text.Append(NumberFormat.Print(counts[level] ?? Start(list, level), definition.AllDecimal ? "decimal" : list.Level(level).Format));
            }
            else
                text.Append(c);
        }

        return text.ToString();
    }
}
