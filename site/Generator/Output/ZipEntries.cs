namespace DisclosureArchive.Generator.Output;

/// <summary>What all zip files of ours have in common.</summary>
internal static class ZipEntries
{
    /// <summary>Zip counts time from here; entries that have no time of their own bear this one.</summary>
    public static readonly DateTimeOffset First = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
