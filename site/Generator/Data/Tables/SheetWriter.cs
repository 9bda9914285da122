using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>Writes the XML of a sheet straight to bytes: an archive has millions of cells.</summary>
internal sealed partial class SheetWriter : IDisposable
{
    // A cell takes no more: Excel calls a workbook with a longer text damaged.
    private const int MostCharacters = 32_767;

    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"'\t\r\n");

    private readonly Stream _stream;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
    private int _length;

    /// <param name="stream">Is closed with the sheet.</param>
    public SheetWriter(Stream stream)
    {
        _stream = stream;
        Put("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
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
        Put("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"u8);

    /// <summary>How wide the columns are, in characters; before the first row.</summary>
    public void Columns(IEnumerable<int> widths)
    {
        var columns = new StringBuilder("<cols>");
        var number = 0;
        foreach (var width in widths)
            columns.Append(CultureInfo.InvariantCulture, $"<col min=\"{++number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
        Put(Encoding.UTF8.GetBytes(columns.Append("</cols><sheetData>").ToString()));
    }

    public void BeginRow() => Put("<row>"u8);

    public void EndRow() => Put("</row>"u8);

    public void Empty() => Put("<c/>"u8);

    public void Text(string? text, SheetStyle style = SheetStyle.Plain)
    {
        if (string.IsNullOrEmpty(text))
        {
            Empty();
            return;
        }

        Style(style);
        Put(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        Put(Escaped(text.Length <= MostCharacters ? text : Cut(text)));
        Put("</t></is></c>"u8);
    }

    public void Number(decimal value, SheetStyle style = SheetStyle.Number)
    {
        Style(style);
        Put("><v>"u8);
        Room(40);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var length);
        _length += length;
        Put("</v></c>"u8);
    }

    /// <summary>Ends the rows; a filter is put over them if they have a header.</summary>
    public void EndData(string? filtered = null)
    {
        Put("</sheetData>"u8);
        if (filtered is not null)
            Put(Encoding.UTF8.GetBytes($"<autoFilter ref=\"{filtered}\"/>"));
    }

    public void Dispose()
    {
        Put("</worksheet>"u8);
        _stream.Write(_buffer, 0, _length);
        ArrayPool<byte>.Shared.Return(_buffer);
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
        Put("<c s=\""u8);
        Room(1);
        _buffer[_length++] = (byte)('0' + (int)style);
        Put("\""u8);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        Room(Math.Min(bytes.Length, _buffer.Length));
        if (bytes.Length > _buffer.Length)
        {
            _stream.Write(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Put(string text)
    {
        var rest = text.AsSpan();
        while (Utf8.FromUtf16(rest, _buffer.AsSpan(_length), out var read, out var written) == OperationStatus.DestinationTooSmall)
        {
            _length += written;
            rest = rest[read..];
            Room(_buffer.Length);
        }

        _length += Encoding.UTF8.GetByteCount(rest);
    }

    private void Room(int count)
    {
        if (_buffer.Length - _length >= count)
            return;
        _stream.Write(_buffer, 0, _length);
        _length = 0;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex CharacterCode();
}
