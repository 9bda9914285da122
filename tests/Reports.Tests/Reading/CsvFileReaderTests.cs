using System.Text;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Tests.Properties;
using DisclosureArchive.Synthesis;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading;

public sealed class CsvFileReaderTests
{
    private const string Header = "source,agency_id,agency,year,form,table,row,column,value,state,raw,location";

    private static readonly ReportReader Reader = Tools.Reader();

    private static AnnualReport Read(string text) => Reader.Read(new SourceFile("report.csv", Encoding.UTF8.GetBytes(text)), Sidecar.None);

    private static Document ReadDocument(string text) => Reader.Inspect(new SourceFile("report.csv", Encoding.UTF8.GetBytes(text)), Sidecar.None).Document;

    [Theory]
    [InlineData("form-2008")]
    [InlineData("form-2019")]
    [InlineData("form-2021")]
    public void A_list_of_a_report_gives_its_figures_again(string edition)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var report = new Rendering("docx", edition, seed, static (made, random) =>
            {
                var noise = Noise.Harmless(random);
                foreach (var text in (string[])["", "/", "无", "0 0", "1,23", "12①"])
                    noise = noise with { Replaced = noise.Replaced.SetItem(random.Pick([.. made.Figures.Keys.OrderBy(name => name.ToString(), StringComparer.Ordinal)]), text) };
                return noise;
            }).Read;

            var listed = Read(List(report));
            listed.Figures.Select(figure => (figure.Name, figure.State, figure.Value)).ShouldBe(report.Figures.Select(figure => (figure.Name, figure.State, figure.Value)));
            (listed.AgencyName?.Value, listed.Year?.Value, listed.Edition?.Id).ShouldBe((report.AgencyName?.Value, report.Year?.Value, edition));
            listed.Diagnostics.ShouldNotContain(diagnostic => diagnostic.Code.StartsWith("DA101", StringComparison.Ordinal));
            Invariants.Hold(listed);
        }
    }

    [Fact]
    public void Only_names_and_values_are_needed()
    {
        var report = Read("table,row,column,value\nrequests,received,total,12\nproactive,rules,made,3\nproactive,fees,amount,96171.6\n");
        report[new CellName("requests", "received", "total")]!.ShouldSatisfyAllConditions(
            figure => figure.Value.ShouldBe(12), figure => figure.Location.ToString().ShouldBe("L2 T1.R2.C4"));
        report[new CellName("proactive", "fees", "amount")]!.Value.ShouldBe(96171.6m);
        report[new CellName("requests", "received", "ngo")]!.State.ShouldBe(FigureState.Missing);
    }

    [Theory]
    [InlineData("12,reported,12", FigureState.Reported, 12)]
    [InlineData("12,,", FigureState.Reported, 12)]
    [InlineData(",,12件", FigureState.Reported, 12)]
    [InlineData("12,reported,１２件", FigureState.Reported, 12)]
    [InlineData(",blank,", FigureState.Blank, null)]
    [InlineData(",not_applicable,无", FigureState.NotApplicable, null)]
    [InlineData(",not_applicable,", FigureState.NotApplicable, null)]
    [InlineData(",unreadable,0 0", FigureState.Unreadable, null)]
    [InlineData(",unreadable,12", FigureState.Unreadable, null)]
    [InlineData(",missing,", FigureState.Missing, null)]
    [InlineData(",reported,", FigureState.Unreadable, null)]
    [InlineData("12,blank,", FigureState.Unreadable, null)]
    [InlineData("12,missing,", FigureState.Unreadable, null)]
    [InlineData("12,unreadable,12", FigureState.Unreadable, null)]
    [InlineData("12,sure,12", FigureState.Unreadable, null)]
    [InlineData("1 2,reported,12", FigureState.Unreadable, null)]
    public void States_are_kept_and_must_fit(string entry, FigureState state, int? value)
    {
        var figure = Read($"table,row,column,value,state,raw\nrequests,received,total,{entry}\nrequests,received,ngo,1,,\n")[new CellName("requests", "received", "total")]!;
        (figure.State, figure.Value).ShouldBe((state, value));
    }

    [Fact]
    public void A_value_beside_another_text_is_told()
    {
        var report = Read("table,row,column,value,state,raw\nrequests,received,total,16,reported,61\n");
        report[new CellName("requests", "received", "total")]!.Value.ShouldBe(16);
        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Rule == DiagnosticRules.ListedValueDiffers);
    }

    [Fact]
    public void The_same_cell_twice_is_no_figure()
    {
        var report = Read("table,row,column,value\nrequests,received,total,12\nrequests,received,total,13\n");
        report[new CellName("requests", "received", "total")]!.State.ShouldBe(FigureState.Unreadable);
        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Rule == DiagnosticRules.ListedFigureUnclear);
    }

    [Fact]
    public void Unknown_cells_are_told()
    {
        var report = Read("table,row,column,value\nrequests,received,total,12\nrequests,received,sum,1\nown.1,甲,乙,2\n");
        report.Diagnostics.Where(diagnostic => diagnostic.Rule == DiagnosticRules.ListedCellUnknown).ShouldHaveSingleItem().Arguments.ShouldBe(["requests.received.sum", "2"]);
    }

    [Fact]
    public void A_list_of_several_reports_is_refused()
    {
        foreach (var second in (string[])["a,,示例县教育局,2023", "a,,示例县民政局,2022", "b,,示例县民政局,2023"])
        {
            var report = Read($"{Header}\na,,示例县民政局,2023,form-2021,requests,received,total,12,reported,12,\n{second},form-2021,requests,received,total,13,reported,13,\n");
            report.Tables.ShouldBeEmpty();
            report.Diagnostics.ShouldContain(diagnostic => diagnostic.Rule == DiagnosticRules.MixedFigureList);
        }
    }

    [Fact]
    public void A_saved_sheet_gives_lines_and_tables() => ReadDocument("标题,,\n\"多行\n标签\",1,2\n乙,,3\n,,\n\"注：含,逗号\",,\n").ShouldRead("""
        标题
        [多行⏎标签 | 1 | 2]
        [乙 |  | 3]
        注：含,逗号
        """);

    [Theory]
    [InlineData("甲;1;2\n乙;3;4", "[甲 | 1 | 2]\n[乙 | 3 | 4]")]
    [InlineData("甲\t1,5\n乙\t3,4\n", "[甲 | 1,5]\n[乙 | 3,4]")]
    [InlineData("甲,\"1\n乙,2\n丙,3\n", "[甲 | \"1]\n[乙 | 2]\n[丙 | 3]")]
    [InlineData("", "")]
    [InlineData("\"", "")]
    public void Separators_and_open_quotes_are_told_by_the_content(string text, string expected)
    {
        var document = ReadDocument(text);
        Blocks.Print(document).Replace("\"1", "1", StringComparison.Ordinal).ShouldBe(expected.Replace("\"1", "1", StringComparison.Ordinal));
    }

    [Fact]
    public void Too_much_is_told()
    {
        ReadDocument(new string('a', 6 << 20)).Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.ContentTooLarge);
        ReadDocument(new string(',', 1_100_000)).Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.ContentTooLarge);
    }

    private static string List(AnnualReport report)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var figure in report.Figures)
        {
            string?[] fields =
            [
                "a/b.docx", "", report.AgencyName?.Value, $"{report.Year?.Value}", report.Edition?.Id, figure.Name.Table, figure.Name.Row, figure.Name.Column,
                figure.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture), State(figure.State), figure.Raw, figure.Location.ToString(),
            ];
            text.AppendJoin(',', fields.Select(field => $"\"{field?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        }

        return text.ToString();
    }

    private static string State(FigureState state) => state == FigureState.NotApplicable ? "not_applicable" : state.ToString().ToLowerInvariant();
}
