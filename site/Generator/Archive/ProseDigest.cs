using System.Collections.Immutable;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Archive;

/// <summary>What is kept in memory of a report's prose (<see cref="Archive.Sentences"/>), so that years can be compared without loading them again: some 12 bytes a sentence.</summary>
/// <param name="Sentences">Of each sentence a hash of its key, and how many characters it has.</param>
public sealed record ProseDigest(ImmutableArray<(ulong Key, int Characters)> Sentences)
{
    public static readonly ProseDigest Empty = new([]);

    public bool IsEmpty => Sentences.IsEmpty;

    public static ProseDigest Of(AnnualReport report)
    {
        var sentences = Archive.Sentences.Of(report).Select(sentence => (HashOf(sentence.Key), sentence.Characters)).ToImmutableArray();
        return sentences.IsEmpty ? Empty : new ProseDigest(sentences);
    }

    /// <summary>FNV-1a of 64 bits over the UTF-16 units.</summary>
    private static ulong HashOf(string key)
    {
        var hash = 0xcbf29ce484222325;
        foreach (var c in key)
            hash = unchecked((hash ^ c) * 0x100000001b3);
        return hash;
    }
}
