namespace DisclosureArchive.Generator.Search;

/// <summary>How names are read, for those who type them so.</summary>
public static class PinyinReading
{
    private static readonly Dictionary<char, string> Syllables = MakeTable();

    /// <summary>A name's syllables, parted by blanks: <c>ping chuan qu</c>. What has no reading stands for itself.</summary>
    public static string Of(string name) => string.Join(' ', name.Select(c => Syllables.GetValueOrDefault(c) ?? char.ToLowerInvariant(c).ToString()));

    private static Dictionary<char, string> MakeTable()
    {
        var table = new Dictionary<char, string>();
        using var stream = typeof(PinyinReading).Assembly.GetManifestResourceStream("pinyin.txt")!;
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            var parted = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var c in line[(parted + 1)..])
                table[c] = line[..parted];
        }

        return table;
    }
}
