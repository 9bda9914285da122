namespace DisclosureArchive.Generator.Output;

/// <summary>A file of the archive to be written.</summary>
/// <param name="Path">Path relative to the output folder, with <c>/</c>.</param>
/// <param name="Content">Makes its bytes; asked once, on a worker thread.</param>
public sealed record OutputFile(string Path, Func<ReadOnlyMemory<byte>> Content);
