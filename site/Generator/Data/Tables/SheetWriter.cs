using System.Buffers;
using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>Writes the XML of a sheet straight to bytes: an archive has millions of cells.</summary>
internal sealed partial class SheetWriter : IDisposable
{
    // A cell takes no more: Excel calls a workbook with a longer text damaged.
    private const int MostCharacters = 32_767;

    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"'\t\r\n");

    private readonly Stream _stream;
    private readonly Utf8Writer _bytes;

    /// <param name="stream">Is closed with the sheet.</param>
    public SheetWriter(Stream stream)
    {
        _stream = stream;
        _bytes = new Utf8Writer(stream);
        _bytes.Put("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
    }

    /// <summary>Text as XML takes it: what XML can't hold is replaced.</summary>
    public static string Escaped(string text)
    {
        // In a workbook _x0041_ stands for A (ECMA-376 part 1, 22.9.2.19).
        if (text.Contains("_x", StringComparison.Ordinal))
            text = CharacterCode().Replace(text, "_x005F_");
        var plain = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0 ? text : Valid(text);
        return plain.AsSpan().ContainsAny(Special) ? SecurityElement.Escape(plain).Replace("\r", "", StringComparison.Ordinal) : plain;
    }

    /// <summary>The first row stays in sight.</summary>
    public void FreezeFirstRow() =>
        _bytes.Put("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"u8);

    /// <summary>How wide the columns are, in characters; before the first row.</summary>
    public void Columns(IEnumerable<int> widths)
    {
        var columns = new StringBuilder("<cols>");
        var number = 0;
        foreach (var width in widths)
            columns.Append(CultureInfo.InvariantCulture, $"<col min=\"{++number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
        _bytes.Put(Encoding.UTF8.GetBytes(columns.Append("</cols><sheetData>").ToString()));
    }

    public void BeginRow() => _bytes.Put("<row>"u8);

    public void EndRow() => _bytes.Put("</row>"u8);

    public void Empty() => _bytes.Put("<c/>"u8);

    public void Text(string? text, SheetStyle style = SheetStyle.Plain)
    {
        if (string.IsNullOrEmpty(text))
        {
            Empty();
            return;
        }

        Style(style);
        _bytes.Put(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        _bytes.Put(Escaped(text.Length <= MostCharacters ? text : Cut(text)));
        _bytes.Put("</t></is></c>"u8);
    }

    public void Number(decimal value, SheetStyle style = SheetStyle.Number)
    {
        Style(style);
        _bytes.Put("><v>"u8);
        _bytes.Put(value);
        _bytes.Put("</v></c>"u8);
    }

    /// <summary>Ends the rows; a filter is put over them if they have a header.</summary>
    public void EndData(string? filtered = null)
    {
        _bytes.Put("</sheetData>"u8);
        if (filtered is not null)
            _bytes.Put(Encoding.UTF8.GetBytes($"<autoFilter ref=\"{filtered}\"/>"));
    }

    public void Dispose()
    {
        _bytes.Put("</worksheet>"u8);
        _bytes.Dispose();
        _stream.Dispose();
    }

    private static string Cut(string text) => string.Concat(text.AsSpan(0, MostCharacters - (char.IsHighSurrogate(text[MostCharacters - 2]) ? 2 : 1)), "…");

    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i]))
                valid.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                valid.Append(text[i]).Append(text[++i]);
            else
                valid.Append('\uFFFD');
        return valid.ToString();
    }

    private void Style(SheetStyle style)
    {
        _bytes.Put("<c s=\""u8);
        _bytes.Put((int)style);
        _bytes.Put("\""u8);
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex CharacterCode();
}
