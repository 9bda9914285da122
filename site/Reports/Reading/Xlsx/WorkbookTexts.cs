using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DisclosureArchive.Reports.Reading.Docx;

namespace DisclosureArchive.Reports.Reading.Xlsx;

/// <summary>What the sheets of a workbook share: its strings, and how numbers are shown.</summary>
internal sealed partial class WorkbookTexts
{
    private const int MostFormats = 65_536;

    private readonly List<string> _strings = [];
    private readonly Dictionary<int, string> _codes = [];
    private readonly List<bool> _struckFonts = [];
    private readonly List<(CellFormat Format, bool IsStruck)> _styles = [];

    /// <summary>Dates count from 1904.</summary>
    public bool From1904 { get; set; }

    /// <summary>The results of formulas are not kept: they are worked out when the file is opened.</summary>
    public bool Recalculates { get; set; }

    /// <summary>A shared string; empty for one that there is not.</summary>
    public string this[int index] => index < _strings.Count ? _strings[index] : "";

    /// <summary>What a cell of a style shows of a number.</summary>
    public string Show(string number, int style) => (style < _styles.Count && style >= 0 ? _styles[style].Format : CellFormat.General).Show(number, From1904);

    /// <summary>Whether the text of a style's cells is struck out.</summary>
    public bool IsStruck(int style) => style >= 0 && style < _styles.Count && _styles[style].IsStruck;

    public void ReadStrings(XmlReader reader)
    {
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
                _strings.Add(ReadRich(reader));
    }

    public void ReadStyles(XmlReader reader)
    {
        var formats = new Dictionary<int, CellFormat>();
        var part = "";
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "fonts" or "cellXfs" or "cellStyleXfs" or "dxfs":
                    part = reader.LocalName;
                    break;
                case "numFmt" when part != "dxfs" && reader.Number("numFmtId") is { } id && reader.Attribute("formatCode") is { } code:
                    _codes[id] = code;
                    break;
                case "font" when part == "fonts" && _struckFonts.Count < MostFormats:
                    _struckFonts.Add(false);
                    break;
                case "strike" when part == "fonts" && _struckFonts.Count > 0 && reader.IsOn():
                    _struckFonts[^1] = true;
                    break;
                case "xf" when part == "cellXfs" && _styles.Count < MostFormats:
                    var number = reader.Number("numFmtId") ?? 0;
                    if (!formats.TryGetValue(number, out var format))
                        formats[number] = format = new CellFormat(_codes.GetValueOrDefault(number) ?? CellFormat.BuiltIn(number) ?? "General");
                    var font = reader.Number("fontId") ?? 0;
                    _styles.Add((format, font >= 0 && font < _struckFonts.Count && _struckFonts[font]));
                    break;
            }
        }
    }

    /// <summary>The text of a string with runs: raised ones as Unicode superscripts, struck ones and phonetic signs left out.</summary>
    public static string ReadRich(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        var text = new StringBuilder();
        var (raised, struck, phonetic) = (false, false, -1);
        while (reader.Read() && reader.Depth > depth)
        {
            if (phonetic >= 0 && reader.Depth > phonetic)
                continue;
            phonetic = -1;
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && !struck)
                text.Append(raised ? Superscript.Of(Unescape(reader.Value)) : Unescape(reader.Value));
            else if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "r":
                        (raised, struck) = (false, false);
                        break;
                    case "vertAlign":
                        raised = reader.Value() == "superscript";
                        break;
                    case "strike":
                        struck = reader.IsOn();
                        break;
                    case "rPh" or "phoneticPr" when !reader.IsEmptyElement:
                        phonetic = reader.Depth;
                        break;
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Characters that XML can't hold are written <c>_x000D_</c>.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Escaped().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();
}
