using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace DisclosureArchive.Generator.Data;

/// <summary>Writes text and numbers as UTF-8 to a stream, through a buffer of its own: millions of figures are written in a build.</summary>
/// <param name="stream">Where to write; stays open.</param>
internal sealed class Utf8Writer(Stream stream) : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
    private int _length;

    public void Put(ReadOnlySpan<byte> bytes)
    {
        Room(Math.Min(bytes.Length, _buffer.Length));
        if (bytes.Length > _buffer.Length)
        {
            stream.Write(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Put(ReadOnlySpan<char> text)
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

    /// <summary>A number in plain digits, with its scale.</summary>
    public void Put(decimal number)
    {
        Room(40);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out var length);
        _length += length;
    }

    /// <summary>Writes what is still in the buffer.</summary>
    public void Dispose()
    {
        stream.Write(_buffer, 0, _length);
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Room(int count)
    {
        if (_buffer.Length - _length >= count)
            return;
        stream.Write(_buffer, 0, _length);
        _length = 0;
    }
}
