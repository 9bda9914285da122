using System.Buffers;

namespace DisclosureArchive.Generator.Data;

/// <summary>Writes CSV (RFC 4180, UTF-8, <c>\n</c>) straight to bytes: millions of figures are written in a build.</summary>
internal sealed class CsvLines : IDisposable
{
    /// <summary>What ends a line of <see cref="Marked"/>: no UTF-8 text has such a byte, while a field may hold a line feed.</summary>
    public const byte Mark = 0xFF;

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly Utf8Writer _bytes;
    private readonly byte _end;
    private bool _lineBegun;

    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="columns">The header.</param>
    public CsvLines(Stream stream, params ReadOnlySpan<string> columns)
        : this(stream, (byte)'\n')
    {
        foreach (var column in columns)
            Field(column);
        EndLine();
    }

    private CsvLines(Stream stream, byte end)
    {
        _bytes = new Utf8Writer(stream);
        _end = end;
    }

    /// <summary>Lines without a header.</summary>
    public static CsvLines Bare(Stream stream) => new(stream, (byte)'\n');

    /// <summary>Lines without a header, to be taken apart again: each ends with <see cref="Mark"/>.</summary>
    public static CsvLines Marked(Stream stream) => new(stream, Mark);

    /// <summary>A text, guarded against being taken for a formula.</summary>
    public void Field(string? text)
    {
        Separate();
        if (string.IsNullOrEmpty(text))
            return;
        text = SpreadsheetText.Guarded(text);
        if (text.AsSpan().ContainsAny(Quoted))
        {
            _bytes.Put("\""u8);
            _bytes.Put(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            _bytes.Put("\""u8);
        }
        else
        {
            _bytes.Put(text);
        }
    }

    /// <summary>Bytes that need no quotes, or have them; may hold several fields.</summary>
    public void Ready(ReadOnlySpan<byte> fields)
    {
        Separate();
        _bytes.Put(fields);
    }

    public void Field(decimal? number)
    {
        Separate();
        if (number is { } value)
            _bytes.Put(value);
    }

    public void EndLine()
    {
        _bytes.Put([_end]);
        _lineBegun = false;
    }

    public void Dispose() => _bytes.Dispose();

    private void Separate()
    {
        if (_lineBegun)
            _bytes.Put(","u8);
        _lineBegun = true;
    }
}
