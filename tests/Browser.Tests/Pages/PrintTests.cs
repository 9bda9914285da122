using System.Text.Json;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Reports.Reading.Pdf;
using Microsoft.Playwright;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>A report's page printed is a document of its own.</summary>
public sealed class PrintTests(Browser browser, ExampleSite example) : IDisposable
{
    private const double A4Width = 595.28;
    private const double A4Height = 841.89;

    /// <summary>The room at the edge that printers can't reach, in points.</summary>
    private const double Edge = 18;
    private const int MostSheets = 8;
    private const int MostLargeSheets = 12;

    private readonly ReadingTools _tools = new(ReadingLimits.Default);

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task A_report_prints_whole_on_a4()
    {
        var paths = PageTypes.Specimens(example.Output).Where(page => PageTypes.Type(page) == PageTypes.Report).ToList();
        await using var reader = await browser.Visit(example, options: new() { ViewportSize = Sizes.Of(Sizes.Desktop), ColorScheme = ColorScheme.Dark });
        foreach (var path in paths)
        {
            await reader.Go(path);
            await Print(reader, MostSheets);
        }

        await reader.Choose("large", "contrast");
        await Print(reader, MostLargeSheets);
        reader.MustBeContent();
    }

    private async Task Print(Reader reader, int most)
    {
        var pdf = await reader.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        var sheets = _tools.Pdf.Extract(pdf).Pages;
        if (sheets.Length == 0 || sheets.Length > most)
            reader.Note($"prints on {sheets.Length} sheets");
        foreach (var sheet in sheets)
            LookAt(reader, sheet);
        await ReadBack(reader, pdf);
        foreach (var fault in await ShownInVain(reader))
            reader.Note($"prints what is of no use on paper: {fault}");

        var printed = Bare(string.Concat(sheets.SelectMany(page => page.Glyphs).Select(glyph => glyph.Text)));
        foreach (var text in (await Texts(reader)).Select(Bare).Where(text => !printed.Contains(text, StringComparison.Ordinal)).Distinct())
            reader.Note($"does not print {text}");
    }

    /// <summary>Read as any report is, the sheets give every figure of the form back, but those that show a correction beside them.</summary>
    private async Task ReadBack(Reader reader, byte[] pdf)
    {
        var printed = new ReportReader(AgencyRegister.Empty, _tools).Read(new SourceFile("printed.pdf", pdf), Sidecar.None);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(example.Output, Path.ChangeExtension(reader.Path, "json")), TestContext.Current.CancellationToken));
        foreach (var table in json.RootElement.GetProperty("tables").EnumerateArray().Where(table => table.TryGetProperty("form", out _)))
            foreach (var figure in table.GetProperty("figures").EnumerateArray().Where(figure => figure.TryGetProperty("value", out _) && !figure.TryGetProperty("correction", out _)))
            {
                var name = new CellName(table.GetProperty("table").GetString()!, figure.GetProperty("row").GetString()!, figure.GetProperty("column").GetString()!);
                if (printed[name]?.Value != figure.GetProperty("value").GetDecimal())
                    reader.Note($"{name} is printed as {printed[name]?.Value}, not {figure.GetProperty("value")}");
            }
    }

    private static void LookAt(Reader reader, PdfPage sheet)
    {
        if (Math.Abs(sheet.Width - A4Width) > 1 || Math.Abs(sheet.Height - A4Height) > 1)
            reader.Note($"sheet {sheet.Number} is {sheet.Width} × {sheet.Height} points");
        if (sheet.Glyphs.All(glyph => glyph.IsSpace))
            reader.Note($"sheet {sheet.Number} is empty");
        var outside = sheet.Glyphs.Where(glyph => !glyph.IsSpace && (glyph.Left < Edge || glyph.Right > A4Width - Edge || glyph.Baseline > A4Height - Edge)).ToList();
        if (outside.Count > 0)
            reader.Note($"sheet {sheet.Number}: {outside.Count} characters at the edge: {string.Concat(outside.Take(20).Select(glyph => glyph.Text))}");
        if (sheet.Hidden > 0)
            reader.Note($"sheet {sheet.Number}: {sheet.Hidden} characters are cut off or covered");
    }

    private static async Task<string[]> ShownInVain(Reader reader)
    {
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var shown = await reader.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('nav, form, button, select, input, .skip')].filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 120))");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Null });
        return shown;
    }

    /// <summary>All figures with their marks, the heads of their rows and columns, and the report's own words.</summary>
    private static Task<string[]> Texts(Reader reader) => reader.Page.EvaluateAsync<string[]>("""
        () => {
          const texts = [], walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            if (node.data.trim() && node.parentElement.closest('td, th, [data-prose], .prose') && node.parentElement.checkVisibility()) texts.push(node.data)
          return texts
        }
        """);

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
