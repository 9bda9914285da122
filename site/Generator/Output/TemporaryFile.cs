namespace DisclosureArchive.Generator.Output;

/// <summary>A file for what a build puts aside; it goes when it is closed.</summary>
internal static class TemporaryFile
{
    public static FileStream Open() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.DeleteOnClose);
}
