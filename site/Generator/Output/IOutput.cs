namespace DisclosureArchive.Generator.Output;

/// <summary>Where a site goes. What is written becomes the output, whole, on <see cref="Commit"/>; before that the former output stands.</summary>
public interface IOutput
{
    /// <summary>Makes a file and takes it. Safe to call from several threads.</summary>
    /// <exception cref="ArgumentException">The path leads out of the output, or was written before.</exception>
    WrittenFile Write(OutputFile file);

    /// <summary>Keeps all that stands below a folder of the former output, if a file of it is the same as this one, which vouches for the others, and none was damaged since.</summary>
    /// <param name="folder">With <c>/</c> at the end.</param>
    /// <param name="mark">The file.</param>
    /// <returns>What was kept; null if nothing was.</returns>
    IReadOnlyList<WrittenFile>? Keep(string folder, OutputFile mark);

    /// <summary>Opens a file that was written, or kept, since the last commit.</summary>
    /// <exception cref="ArgumentException">It was not.</exception>
    Stream Read(string path);

    /// <summary>Makes what was written the output, and removes what was there before and was not written again.</summary>
    OutputChange Commit();
}

/// <summary>A file as it was written.</summary>
/// <param name="Path">Path relative to the output folder, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Size">Bytes.</param>
public sealed record WrittenFile(string Path, string Sha256, long Size);

/// <summary>How an output differs from the former one, in files.</summary>
public sealed record OutputChange(int Written, int Unchanged, int Removed);
