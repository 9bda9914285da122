using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Data;

/// <summary>Writes CSV (RFC 4180, UTF-8, <c>\n</c>) straight to bytes: millions of figures are written in a build.</summary>
internal sealed class CsvLines : IDisposable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly Stream _stream;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
    private int _length;
    private bool _lineBegun;

    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="columns">The header.</param>
    public CsvLines(Stream stream, params ReadOnlySpan<string> columns)
        : this(stream)
    {
        foreach (var column in columns)
            Field(column);
        EndLine();
    }

    private CsvLines(Stream stream) => _stream = stream;

    /// <summary>Lines without a header.</summary>
    public static CsvLines Bare(Stream stream) => new(stream);

    /// <summary>A text, guarded against being taken for a formula.</summary>
    public void Field(string? text)
    {
        Separate();
        if (string.IsNullOrEmpty(text))
            return;
        text = SpreadsheetText.Guarded(text);
        if (text.AsSpan().ContainsAny(Quoted))
        {
            Put("\""u8);
            Put(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            Put("\""u8);
        }
        else
        {
            Put(text);
        }
    }

    /// <summary>Bytes that need no quotes, or have them; may hold several fields.</summary>
    public void Ready(ReadOnlySpan<byte> fields)
    {
        Separate();
        Put(fields);
    }

    public void Field(decimal? number)
    {
        Separate();
        if (number is not { } value)
            return;
        Room(40);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var length);
        _length += length;
    }

    public void Field(SourceLocation location)
    {
        Separate();
        Room(SourceLocation.MaxLength);
        location.TryFormat(_buffer.AsSpan(_length), out var length, default, null);
        _length += length;
    }

    public void EndLine()
    {
        Put("\n"u8);
        _lineBegun = false;
    }

    public void Dispose()
    {
        _stream.Write(_buffer, 0, _length);
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Separate()
    {
        if (_lineBegun)
            Put(","u8);
        _lineBegun = true;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _length)
            Room(Math.Min(bytes.Length, _buffer.Length));
        if (bytes.Length > _buffer.Length)
        {
            _stream.Write(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Put(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var done = Utf8.FromUtf16(text, _buffer.AsSpan(_length), out var read, out var written);
            _length += written;
            text = text[read..];
            if (done != OperationStatus.DestinationTooSmall)
                return;
            Room(_buffer.Length);
        }
    }

    private void Room(int count)
    {
        if (_buffer.Length - _length >= count)
            return;
        _stream.Write(_buffer, 0, _length);
        _length = 0;
    }
}
