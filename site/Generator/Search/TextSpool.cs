using System.Buffers.Binary;
using System.Text;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Search;

/// <summary>Texts put aside to a temporary file and read again, each with a number. Taking in and reading are thread-safe, but not at the same time.</summary>
internal sealed class TextSpool : IDisposable
{
    private const int HeadLength = 2 * sizeof(int);

    private readonly FileStream _file = TemporaryFile.Open();
    private long _length;
    private long _characters;

    /// <summary>Of all texts.</summary>
    public long Characters => _characters;

    public void Add(int number, string text)
    {
        Interlocked.Add(ref _characters, text.Length);
        var bytes = new byte[HeadLength + Encoding.UTF8.GetByteCount(text)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(sizeof(int)), bytes.Length - HeadLength);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(HeadLength));
        RandomAccess.Write(_file.SafeFileHandle, bytes, Interlocked.Add(ref _length, bytes.Length) - bytes.Length);
    }

    public IEnumerable<(int Number, string Text)> Read()
    {
        var head = new byte[HeadLength];
        for (long at = 0; at < _length;)
        {
            RandomAccess.Read(_file.SafeFileHandle, head, at);
            var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(sizeof(int)))];
            RandomAccess.Read(_file.SafeFileHandle, bytes, at + HeadLength);
            yield return (BinaryPrimitives.ReadInt32LittleEndian(head), Encoding.UTF8.GetString(bytes));
            at += HeadLength + bytes.Length;
        }
    }

    public void Dispose() => _file.Dispose();
}
