namespace DisclosureArchive.Generator.Output;

/// <summary>One file of the site. Its content is made when it is asked for: once, on a worker's thread.</summary>
/// <param name="Path">Path relative to the output folder, with <c>/</c>.</param>
/// <param name="Content">Makes its bytes.</param>
public sealed record OutputFile(string Path, Func<ReadOnlyMemory<byte>> Content)
{
    private Action<Stream>? Pieces { get; init; }

    /// <summary>A file that may be too long to be held in memory: it is written piece by piece.</summary>
    public static OutputFile Long(string path, Action<Stream> write) =>
        new(path, () =>
        {
            using var memory = new MemoryStream();
            write(memory);
            return memory.ToArray();
        })
        { Pieces = write };

    /// <summary>Makes its content and writes it.</summary>
    public void WriteTo(Stream stream)
    {
        if (Pieces is not null)
            Pieces(stream);
        else
            stream.Write(Content().Span);
    }
}
