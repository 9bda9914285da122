using System.Collections.Immutable;
using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>Writes a printed report down in one of the ways in which reports reach an archive.</summary>
/// <param name="Name">Short name, such as <c>word-text</c>.</param>
/// <param name="Extension">Extension of the file, with its dot.</param>
public abstract record Layout(string Name, string Extension)
{
    /// <summary>All layouts and their variants.</summary>
    public static readonly ImmutableArray<Layout> All =
    [
        new WordTextLayout(),
        new WebTextLayout(),
        new TabTextLayout(),
        new BoxTextLayout(BoxCharacters.Lines),
        new BoxTextLayout(BoxCharacters.Ascii),
        new AlignedTextLayout(),
        new MarkdownLayout(MarkdownTables.Pipes),
        new MarkdownLayout(MarkdownTables.RepeatedPipes),
        new MarkdownLayout(MarkdownTables.Html),
        new MarkdownLayout(MarkdownTables.Tabs),
        new HtmlLayout(IsGbk: false, IsSplit: false),
        new HtmlLayout(IsGbk: false, IsSplit: true),
        new HtmlLayout(IsGbk: true, IsSplit: false),
        new DocxLayout(),
        new XlsxLayout(),
        new PdfLayout(IsRuled: true),
        new PdfLayout(IsRuled: false),
    ];

    public static Layout Get(string name) => All.First(layout => layout.Name == name);

    /// <summary>The file's bytes. What a layout leaves open (where it shifts or breaks) is told by <paramref name="random"/>.</summary>
    public abstract byte[] Write(PrintedReport report, SplitMix random);

    public sealed override string ToString() => Name;
}

/// <summary>A layout that is text.</summary>
public abstract record TextLayout(string Name, string Extension) : Layout(Name, Extension)
{
    public override byte[] Write(PrintedReport report, SplitMix random) => Encoding.UTF8.GetBytes(WriteText(report, random));

    /// <summary>The file's text, with <c>\n</c> at the ends of lines.</summary>
    public virtual string WriteText(PrintedReport report, SplitMix random)
    {
        var text = new StringBuilder();
        foreach (var line in report.Title)
            text.Append(line).Append('\n');
        text.Append(report.Title.Length > 0 ? "\n" : "");
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case PrintedBlock.Heading heading:
                    WriteHeading(text, heading.Text, random);
                    break;
                case PrintedBlock.Paragraph paragraph:
                    WriteParagraph(text, paragraph.Text, random);
                    break;
                case PrintedBlock.Grid grid:
                    WriteTable(text, grid.Table, random);
                    break;
            }
        }

        if (report.Signature.Length > 0)
            text.Append('\n').Append(new string(' ', 20)).Append(report.Signature).Append('\n')
                .Append(new string(' ', 24)).Append(report.Date).Append('\n');
        return text.ToString();
    }

    protected virtual void WriteHeading(StringBuilder text, string heading, SplitMix random) => text.Append(heading).Append('\n');

    protected virtual void WriteParagraph(StringBuilder text, string paragraph, SplitMix random) => text.Append(paragraph).Append('\n');

    protected abstract void WriteTable(StringBuilder text, PrintedTable table, SplitMix random);

    /// <summary>A cell's text where the layout has no lines inside cells.</summary>
    protected static string OnOneLine(string text) => text.Replace("\n", "", StringComparison.Ordinal);
}
