namespace DisclosureArchive.Reports.Documents;

/// <summary>A report file as it was received.</summary>
/// <param name="Path">Its path relative to the input folder, with <c>/</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>The file's extension in lower case with its dot, such as <c>.docx</c>; empty if it has none.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();

    public string Name => System.IO.Path.GetFileName(Path);
}
