using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using DisclosureArchive.Generator.Data;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Hostile;

/// <summary>The CSV files are safe to open in a spreadsheet, and say all that was there.</summary>
public sealed class SpreadsheetTests
{
    private const string Dangerous = "^[\\s\"'“”‘’＂＇\\p{C}]*[=+@＝＋－＠-]";

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org/\",\"点\")")]
    [InlineData("=1+1")]
    [InlineData("+1+cmd|' /C calc'!A0")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(1+1)*cmd|' /C calc'!A0")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\t文")]
    [InlineData("  =1+1")]
    [InlineData("\"=1+1\"")]
    [InlineData("'=1+1")]
    [InlineData("''=1+1")]
    [InlineData("\u200B=1+1")]
    [InlineData("\uFEFF=1+1")]
    [InlineData("\u00A0=1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1+1")]
    [InlineData("－1＋cmd")]
    [InlineData("＠SUM(1)")]
    [InlineData("a;=1+1")]
    [InlineData("a\t=1+1;-x")]
    [InlineData("a\n=1+1")]
    [InlineData("-4件")]
    [InlineData("-1+2")]
    [InlineData("--1")]
    public void What_a_spreadsheet_would_run_is_guarded_and_can_be_read_back(string text)
    {
        var cell = Cell(text);
        foreach (var part in cell.Split(';', '\t', '\r', '\n'))
            part.ShouldNotMatch("^[=+@＝＋－＠-]");
        cell[0].ShouldBe('\'' is var mark && Regex.IsMatch(text, Dangerous) || text[0] is '\t' or '\r' ? mark : text[0]);
        Original(cell).ShouldBe(text);
    }

    [Theory]
    [InlineData("-4")]
    [InlineData("+4")]
    [InlineData("-1,234.50")]
    [InlineData("－４")]
    [InlineData("-0.5%")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("—")]
    [InlineData("－")]
    [InlineData("示例县民政局/2021-12.md")]
    [InlineData("'文")]
    [InlineData("a=b; c")]
    [InlineData("")]
    public void What_is_harmless_stays_as_it_is(string text) => Cell(text).ShouldBe(text);

    [Fact]
    public void Numbers_are_numbers()
    {
        using var stream = new MemoryStream();
        using (var lines = new CsvLines(stream, "a", "b"))
        {
            lines.Field(-4m);
            lines.Field("-5");
            lines.EndLine();
        }

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("a,b\n-4,-5\n");
    }

    private static string Cell(string text)
    {
        using var stream = new MemoryStream();
        using (var lines = new CsvLines(stream, "before", "text"))
        {
            lines.Field("甲");
            lines.Field(text);
            lines.EndLine();
        }

        using var reader = CsvReader.Create(new StringReader(Encoding.UTF8.GetString(stream.ToArray())), CsvReaderOptions.Default, leaveOpen: false);
        reader.Read().ShouldBeTrue();
        return reader.GetString(1);
    }

    /// <summary>The text as it was, by the rule of docs/data.md.</summary>
    private static string Original(string cell)
    {
        var text = new StringBuilder();
        for (var at = 0; at < cell.Length; at++)
        {
            var begins = at == 0 || cell[at - 1] is ';' or '\t' or '\r' or '\n';
            if (begins && cell[at] == '\'' && (Regex.IsMatch(cell[(at + 1)..], Dangerous) || (at == 0 && cell.Length > 1 && cell[1] is '\t' or '\r')))
                continue;
            text.Append(cell[at]);
        }

        return text.ToString();
    }
}
