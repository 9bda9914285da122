using Shouldly;

namespace DisclosureArchive.Reports.Tests.Conventions;

/// <summary>A part of a document under <c>docs/</c> that the program itself gives, between two comments. <c>ACCEPT=1</c> rewrites it.</summary>
internal static class GeneratedPart
{
    private const string End = "<!-- end of the generated part -->\n";

    public static void ShouldBe(string document, string part, string expected)
    {
        var path = Path.Combine(Repository.Root, "docs", document);
        var text = File.ReadAllText(path);
        var begin = $"<!-- generated: {part} -->\n";
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        start.ShouldBeGreaterThan(begin.Length, $"docs/{document} has no {begin.Trim()}");
        var end = text.IndexOf(End, start, StringComparison.Ordinal);
        end.ShouldBeGreaterThanOrEqualTo(start, $"docs/{document} does not end its part {part}");

        if (Repository.Accepting)
            File.WriteAllText(path, text[..start] + expected + text[end..]);
        else
            text[start..end].ShouldBe(expected, $"run the tests once with ACCEPT=1 to rewrite this part of docs/{document}");
    }
}
