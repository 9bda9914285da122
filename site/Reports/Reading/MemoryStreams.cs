using System.Runtime.InteropServices;

namespace DisclosureArchive.Reports.Reading;

/// <summary>A file's bytes as a stream, without copying them where they are an array.</summary>
internal static class MemoryStreams
{
    public static MemoryStream AsStream(this ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
