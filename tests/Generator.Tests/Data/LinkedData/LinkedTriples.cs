using System.Text.RegularExpressions;

namespace DisclosureArchive.Generator.Tests.Data.LinkedData;

/// <summary>JSON-LD as triples, by a processor that the build fetches with npm (<c>triples.mjs</c>). It fetches nothing itself: a context that stands elsewhere is an error.</summary>
internal static partial class LinkedTriples
{
    /// <summary>What the addresses in a file are relative to.</summary>
    public const string Base = "http://archive.example/agencies/a/x.prov.jsonld";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Generator.Tests", "Data", "LinkedData");

    /// <summary>Each without the full stop at its end.</summary>
    public static async Task<List<string>> Of(string file)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "jsonld")))
            throw Repository.Lacks("what the build fetches with npm (tests/Generator.Tests/Data/LinkedData)");
        var (code, output, errors) = await ForeignProgram.Run("node", Folder, [Path.Combine(Folder, "triples.mjs"), file]);
        return code == 0
            ? [.. output.Split('\n').Where(line => line.EndsWith(" .", StringComparison.Ordinal)).Select(line => line[..^2])]
            : throw new InvalidOperationException(errors);
    }

    /// <summary>A triple's subject, property and object: an address or a text without its marks, or a blank node.</summary>
    public static (string Subject, string Property, string Object) Parts(string triple)
    {
        var match = Triple().Match(triple);
        return match.Success ? (Bare(match.Groups[1].Value), Bare(match.Groups[2].Value), Bare(match.Groups[3].Value)) : throw new FormatException(triple);
    }

    private static string Bare(string term) => term[0] switch
    {
        '<' => term[1..^1],
        '"' => term[1..term.LastIndexOf('"')],
        _ => term,
    };

    [GeneratedRegex("""^(<[^>]*>|_:\S+) (<[^>]*>) (.+)$""", RegexOptions.Singleline)]
    private static partial Regex Triple();
}
