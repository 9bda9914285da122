using System.Text.Json;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Checkers;

/// <summary>Every page, style sheet and drawing is as the standards have it: the Nu HTML checker finds neither errors nor warnings.</summary>
public sealed class MarkupTests(ExampleSite example, RealReports real)
{
    /// <summary>What it says that is not so, or is nothing to mend; each with the reason.</summary>
    private static readonly (string Message, string Extract)[] Known =
    [
        // The renderer closes all void elements; no attribute is without quotes.
        ("Trailing slash on void elements has no effect", ""),
        // From a disk the checker does not count files beside the page as the page's own; browsers do.
        ("Resource violates Content Security Policy (meta tag): external stylesheet ", ""),
        ("Resource violates Content Security Policy (meta tag): external script ", ""),
        // Data does not run, and no policy is asked.
        ("Inline script violates Content Security Policy", "<script type=\"application/ld+json\">"),
    ];

    [Fact]
    public Task Of_the_example() => Check(example);

    [Fact]
    public Task Of_real_reports() => Check(real.Site);

    private static async Task Check(BuiltSite site)
    {
        var jar = Checker.Package("vnu-jar", "build", "dist", "vnu.jar");
        var answer = await Checker.Run(
            "java", "Java 17 or later (for instance default-jre-headless)",
            "-jar", jar, "--stdout", "--format", "json", "--skip-non-html", "--also-check-css", "--also-check-svg", site.Output);

        var messages = JsonDocument.Parse(answer).RootElement.GetProperty("messages").EnumerateArray()
            .Where(message => !Known.Any(known => Text(message, "message").StartsWith(known.Message, StringComparison.Ordinal) && Text(message, "extract").Contains(known.Extract, StringComparison.Ordinal)))
            .GroupBy(message => Text(message, "message"))
            .Select(same => $"{same.Count()} × {Text(same.First(), "subType")}{Text(same.First(), "type")}: {same.Key} {Text(same.First(), "url")}:{Line(same.First())}: {Text(same.First(), "extract")}")
            .ToList();
        messages.Count.ShouldBe(0, string.Join('\n', messages));
    }

    private static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var text) ? text.GetString()! : "";

    private static int Line(JsonElement message) => message.TryGetProperty("lastLine", out var line) ? line.GetInt32() : 0;
}
