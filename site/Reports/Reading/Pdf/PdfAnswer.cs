using System.Collections.Immutable;
using System.Text.Json;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>Why a PDF file could not be read.</summary>
internal enum PdfProblem
{
    None,

    /// <summary>Node, or the package that it needs, is not there; the message says what.</summary>
    NoTool,

    /// <summary>A password is needed.</summary>
    Password,
    Damaged,

    /// <summary>More pages, characters, lines or memory than a report has.</summary>
    TooMuch,
    TooSlow,
}

/// <summary>What extracting a PDF file gave: its pages, or why there are none.</summary>
internal sealed record PdfAnswer(ImmutableArray<PdfPage> Pages, PdfProblem Problem = PdfProblem.None, string Message = "")
{
    public static PdfAnswer Failed(PdfProblem problem, string message = "") => new([], problem, message);

    /// <summary>Reads an answer of <c>extract.mjs</c>.</summary>
    public static PdfAnswer Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        if (json.RootElement.TryGetProperty("error", out var error))
        {
            var problem = error.GetProperty("kind").GetString() switch
            {
                "password" => PdfProblem.Password,
                "too_much" => PdfProblem.TooMuch,
                _ => PdfProblem.Damaged,
            };
            return Failed(problem, error.GetProperty("message").GetString() ?? "");
        }

        var pages = ImmutableArray.CreateBuilder<PdfPage>();
        foreach (var page in json.RootElement.GetProperty("pages").EnumerateArray())
            pages.Add(ReadPage(page, pages.Count + 1));
        return new PdfAnswer(pages.ToImmutable());
    }

    private static PdfPage ReadPage(JsonElement page, int number)
    {
        var text = page.GetProperty("text").GetString()!;
        var places = Numbers(page.GetProperty("glyphs"));
        var texts = places.Length == 0 ? [] : text.Split('\0');
        var glyphs = ImmutableArray.CreateBuilder<PdfGlyph>(texts.Length);
        for (var i = 0; i < texts.Length; i++)
            glyphs.Add(new PdfGlyph(texts[i], places[4 * i], places[(4 * i) + 1], places[(4 * i) + 2], places[(4 * i) + 3]));
        var lines = Numbers(page.GetProperty("rules"));
        var rules = ImmutableArray.CreateBuilder<PdfRule>(lines.Length / 4);
        for (var i = 0; i < lines.Length; i += 4)
            rules.Add(new PdfRule(lines[i], lines[i + 1], lines[i + 2], lines[i + 3]));
        return new PdfPage(
            number, page.GetProperty("width").GetDouble(), page.GetProperty("height").GetDouble(), glyphs.MoveToImmutable(), rules.MoveToImmutable(),
            page.GetProperty("hidden").GetInt32());
    }

    private static double[] Numbers(JsonElement array)
    {
        var numbers = new double[array.GetArrayLength()];
        var i = 0;
        foreach (var number in array.EnumerateArray())
            numbers[i++] = number.GetDouble();
        return numbers;
    }
}
