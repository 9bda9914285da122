namespace DisclosureArchive.Generator.Output;

/// <summary>A file for what a build puts aside; it goes when it is closed.</summary>
internal static class TemporaryFile
{
    public static FileStream Open() => new(
        NewPath(), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.DeleteOnClose);

    /// <summary>Where another program's code may make one, that takes a path only; whoever asks removes it.</summary>
    public static string NewPath() => Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
}
