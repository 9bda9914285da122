using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Tests.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.Sqlite;

/// <summary>Every number comes out of the database as it went in, and says itself what it was read from.</summary>
public sealed class ExactNumbersTests
{
    private const string Cell = "proactive.fees.amount";

    [Theory]
    [InlineData("0", "integer")]
    [InlineData("-12", "integer")]
    [InlineData("2.00", "integer")]
    [InlineData("9223372036854775807", "integer")]
    [InlineData("-9223372036854775808", "integer")]
    [InlineData("0.1", "real")]
    [InlineData("216.50", "real")]
    [InlineData("-0.07", "real")]
    [InlineData("123456789012.345", "real")]
    [InlineData("0.123456789012345", "real")]
    [InlineData("0.0000000000000000000000000001", "real")]
    [InlineData("0.1234567890123456", "text")]
    [InlineData("1234567890123.456", "text")]
    [InlineData("9223372036854775808", "text")]
    [InlineData("1.234567890123456789012345678", "text")]
    [InlineData("-0.1000000000000000000000000001", "text")]
    [InlineData("79228162514264337593543950335", "text")]
    public void A_number_is_kept_exactly(string number, string type)
    {
        using var database = Of(number, number);
        var figure = database.Rows($"SELECT typeof(value), CAST(value AS TEXT) FROM figures JOIN cells ON id = cell WHERE \"table\" || '.' || \"row\" || '.' || \"column\" = '{Cell}'").Single();

        figure[0].ShouldBe(type);
        decimal.Parse(figure[1], NumberStyles.Float, CultureInfo.InvariantCulture).ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));
        RawOf(database).ShouldBe(number);
    }

    [Theory]
    [InlineData("12", "12", true)]
    [InlineData("-4", "-4", true)]
    [InlineData("0", "0", true)]
    [InlineData("12", "12 ", false)]
    [InlineData("12", "012", false)]
    [InlineData("12", "１２", false)]
    [InlineData("-4", "减4", false)]
    [InlineData("1234", "1,234", false)]
    [InlineData("216", "216万元", false)]
    [InlineData("16", "61", false)]
    [InlineData("2.5", "2.5", false)]
    [InlineData("7", "", false)]
    [InlineData("0.5", "", false)]
    public void The_text_is_left_out_only_where_it_is_the_whole_number_itself(string number, string text, bool isLeftOut)
    {
        using var database = Of(number, text);

        RawOf(database).ShouldBe(text);
        database.One("SELECT raw IS NULL FROM figures JOIN cells ON id = cell WHERE \"row\" = 'fees' AND \"column\" = 'amount'").ShouldBe(isLeftOut ? "1" : "0");
    }

    private static string RawOf(BuiltDatabase database) => database.One("SELECT raw FROM figures_tidy WHERE \"row\" = 'fees' AND \"column\" = 'amount'");

    private static BuiltDatabase Of(string number, string text)
    {
        var report = DemoReports.Make(Editions.Form2021, "某局", 2023)
            .With(Cell, figure => figure with { Value = decimal.Parse(number, CultureInfo.InvariantCulture), Raw = text });
        var archive = new ReportArchive(ArchiveSettings.Default, [new AgencyEntry("某局", "某局", null, [report.Entry("某局")], [])], []);
        return BuiltDatabase.Of(archive, new OneReport(report));
    }

    private sealed class OneReport(AnnualReport report) : IReportStore
    {
        public AnnualReport Load(ReportEntry entry) => report;

        public void CopySource(SourceInfo source, Stream target)
        {
        }
    }
}
