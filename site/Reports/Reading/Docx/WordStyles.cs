using System.Text.RegularExpressions;
using System.Xml;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>What a style says of the text that bears it, its base styles included.</summary>
/// <param name="HeadingLevel">1 to 9, 0 for body text.</param>
/// <param name="NumberingId">The list it numbers its paragraphs by.</param>
/// <param name="NumberingLevel">The level within that list, from 0.</param>
/// <param name="Hidden">Whether its text is hidden.</param>
/// <param name="Raised">Whether its text is superscript.</param>
/// <param name="IsContents">Whether it is a line of a table of contents.</param>
internal sealed record WordStyle(
    int HeadingLevel = 0, int? NumberingId = null, int? NumberingLevel = null, bool Hidden = false, bool Raised = false, bool IsContents = false)
{
    public static readonly WordStyle Plain = new();
}

/// <summary>The styles of a Word file (<c>styles.xml</c>), as far as reading needs them.</summary>
internal sealed partial class WordStyles
{
    private const int BodyText = 9;
    private const int LongestChain = 20;

    private readonly Dictionary<string, Definition> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> _resolved = new(StringComparer.Ordinal);

    private WordStyles()
    {
    }

    /// <param name="reader">Of the part; null if the file has none.</param>
    public static WordStyles Read(XmlReader? reader)
    {
        var styles = new WordStyles();
        if (reader is null)
            return styles;
        Definition? current = null;
        var more = reader.Read();
        while (more)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.LocalName is "style" && reader.Attribute("styleId") is { } id)
                    current = styles._definitions[id] = new Definition();
                else if (reader.LocalName is "tblPr" or "tblStylePr" or "latentStyles" or "docDefaults" or "pPrChange" or "rPrChange")
                {
                    reader.Skip();
                    more = !reader.EOF;
                    continue;
                }
                else
                    current?.Take(reader);
            }

            more = reader.Read();
        }

        return styles;
    }

    /// <summary>The style of an id; an unknown one is plain.</summary>
    public WordStyle this[string? id]
    {
        get
        {
            if (id is null)
                return WordStyle.Plain;
            if (!_resolved.TryGetValue(id, out var style))
                _resolved[id] = style = Resolve(id);
            return style;
        }
    }

    private WordStyle Resolve(string id)
    {
        int? level = null, numberingId = null, numberingLevel = null;
        bool? hidden = null, raised = null;
        var contents = false;
        string? next = id;
        for (var step = 0; step < LongestChain && next is not null && _definitions.TryGetValue(next, out var own); step++)
        {
            level ??= own.OutlineLevel is { } outline ? (outline >= BodyText ? 0 : outline + 1) : LevelOfName(own.Name);
            numberingLevel ??= numberingId is null ? own.NumberingLevel : null;
            numberingId ??= own.NumberingId;
            hidden ??= own.Hidden;
            raised ??= own.Raised;
            contents |= ContentsName().IsMatch(own.Name);
            next = own.BasedOn;
        }

        return new WordStyle(level ?? 0, numberingId, numberingLevel, hidden ?? false, raised ?? false, contents);
    }

    private static int? LevelOfName(string name)
    {
        if (name.Equals("title", StringComparison.OrdinalIgnoreCase) || name == "标题")
            return 1;
        var match = HeadingName().Match(name);
        return match.Success ? match.Groups[1].ValueSpan[0] - '0' : null;
    }

    [GeneratedRegex(@"^(?:heading|标题) ?([1-9])$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingName();

    [GeneratedRegex(@"^(?:toc|目录) ?[1-9]$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ContentsName();

    private sealed class Definition
    {
        public string Name { get; private set; } = "";

        public string? BasedOn { get; private set; }

        public int? OutlineLevel { get; private set; }

        public int? NumberingId { get; private set; }

        public int? NumberingLevel { get; private set; }

        public bool? Hidden { get; private set; }

        public bool? Raised { get; private set; }

        public void Take(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "name":
                    Name = reader.Value() ?? "";
                    break;
                case "basedOn":
                    BasedOn = reader.Value();
                    break;
                case "outlineLvl":
                    OutlineLevel = reader.Number();
                    break;
                case "numId":
                    NumberingId = reader.Number();
                    break;
                case "ilvl":
                    NumberingLevel = reader.Number();
                    break;
                case "vanish":
                    Hidden = reader.IsOn();
                    break;
                case "vertAlign":
                    Raised = reader.Value() == "superscript";
                    break;
            }
        }
    }
}
