namespace DisclosureArchive.Generator.Search;

/// <summary>One to three characters that follow each other, packed in a number: how many (2 bits) and the characters (16 bits each). Grams of one hash stand together.</summary>
internal static class Gram
{
    public const int Longest = 3;

    /// <summary>How many bits of the hash stand before the gram itself.</summary>
    public const int HashBits = 14;
    private const int GramBits = 50;

    /// <summary>The gram with its hash before it.</summary>
    public static ulong Of(ReadOnlySpan<char> characters)
    {
        // FNV-1a; the page's script has the same.
        var hash = 2166136261u;
        var gram = (ulong)characters.Length;
        foreach (var c in characters)
        {
            hash = unchecked((hash ^ c) * 16777619);
            gram = (gram << 16) | c;
        }

        gram <<= 16 * (Longest - characters.Length);
        hash ^= hash >> 15;
        return ((ulong)(hash & ((1 << HashBits) - 1)) << GramBits) | gram;
    }

    public static int HashOf(ulong gram) => (int)(gram >> GramBits);

    public static ulong WithoutHash(ulong gram) => gram & ((1ul << GramBits) - 1);

    /// <summary>Its characters' numbers, for the name of a file.</summary>
    public static string NameOf(ulong gram) => string.Join('-', Enumerable.Range(0, LengthOf(gram)).Select(index => $"{(int)At(gram, index):x}"));

    public static int LengthOf(ulong gram) => (int)((gram >> (16 * Longest)) & 3);

    public static char At(ulong gram, int index) => (char)((gram >> (16 * (Longest - 1 - index))) & 0xffff);
}
