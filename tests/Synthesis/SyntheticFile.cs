namespace DisclosureArchive.Synthesis;

/// <summary>A file of a made-up input folder.</summary>
/// <param name="Path">Path relative to the folder, with <c>/</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SyntheticFile(string Path, byte[] Content)
{
    /// <summary>Writes the file below a folder.</summary>
    public void WriteTo(string folder)
    {
        var target = System.IO.Path.Combine(folder, Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, Content);
    }
}
