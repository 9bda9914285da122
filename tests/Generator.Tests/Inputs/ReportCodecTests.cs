using System.Text;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Inputs;

public sealed class ReportCodecTests
{
    public static TheoryData<string, string> Reports => new()
    {
        { "a/甲.txt", "agency: 甲局\nyear: 2021\npublished: 2022-01-31\n" },
        { "b.txt", "form: form-2008\nyear: 2015\nfailed: statistics_2008.sum.行政复议数量\n" },
        { "c.txt", "agency: 乙\nform: form-2019\nproactive.procurement.amount: 216.50\nproactive.licensing.change: -4\nrequests.received.total:\n" },
        { "d.txt", "requests.received.total: /\nrequests.carried_in.total: 0 0\nrequests.concluded.total: missing\nrequests.carried_out.total: 007\n" },
        { "e.txt", "requests.received.total: 79228162514264337593543950335\nrequests.received.ngo: -0.0\nrequests.received.business: 1.00\n" },
        { "f.txt", "text: 罕见字𠮷，换行\\n“引号”\ttab\ntitle:\n" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_stored_report_is_the_same_when_it_is_loaded(string path, string content)
    {
        var report = MadeReport.Read(path, content, new Sidecar(
            Url: "https://example.org/", Accessed: new DateOnly(2023, 4, 5), Current: true, Withdrawal: new Withdrawal(new DateOnly(2024, 5, 6), "弄错了"),
            Corrections: [new Correction("disputes.review.other", "", -2.50m, "漏填")]));
        var loaded = StoreAndLoad(report, AgencyRegister.Empty);
        Published(loaded).ShouldBe(Published(report));
        loaded.Source.ShouldBe(report.Source);
        loaded.DeclaredCurrent.ShouldBe(true);
        (loaded.Withdrawal, loaded.EditionFrom).ShouldBe((report.Withdrawal, EditionSource.Year));
        loaded.Corrections.ShouldBe(report.Corrections);
        loaded.Figures.ShouldBe(report.Figures);
        loaded.Figures.Select(figure => figure.Value?.ToString()).ShouldBe(report.Figures.Select(figure => figure.Value?.ToString()));
        for (var i = 0; i < report.Findings.Length; i++)
        {
            loaded.Findings[i].LeftCells.ShouldBe(report.Findings[i].LeftCells);
            loaded.Findings[i].RightCells.ShouldBe(report.Findings[i].RightCells);
        }
    }

    [Fact]
    public void A_table_among_the_prose_is_the_very_table_of_the_report()
    {
        var loaded = StoreAndLoad(MadeReport.Read("a.txt", ""), AgencyRegister.Empty);
        loaded.Sections[0].Blocks[2].ShouldBeSameAs(loaded.OwnTables[0].Source);
    }

    [Fact]
    public void A_table_among_the_prose_that_is_no_own_table_is_kept()
    {
        var report = MadeReport.Read("a.txt", "");
        report = report with { OwnTables = [] };
        Published(StoreAndLoad(report, AgencyRegister.Empty)).ShouldBe(Published(report));
    }

    [Fact]
    public void The_agency_is_that_of_the_register()
    {
        var register = new AgencyRegister([new Agency("a", "甲局", "", "", ["甲"])]);
        StoreAndLoad(MadeReport.Read("a.txt", "agency: 甲\n", register: register), register).Agency.ShouldBeSameAs(register.Agencies[0]);
    }

    [Fact]
    public void Figures_out_of_the_forms_order_keep_their_names()
    {
        var report = MadeReport.Read("a.txt", "requests.received.ngo: 5\n");
        var table = report.Tables[1];
        var mixed = report with { Tables = [new ReportTable(table.Form, [.. table.Figures.Reverse().Skip(3)])] };
        StoreAndLoad(mixed, AgencyRegister.Empty).Figures.ShouldBe(mixed.Figures);
    }

    [Fact]
    public void A_transcribed_report_keeps_who_transcribed_it_and_that_its_figures_stand_in_the_sidecar()
    {
        var report = MadeReport.Read("a.txt", "requests.received.ngo: 5\nrequests.carried_in.ngo: missing\n");
        report = report with
        {
            Edition = null,
            TranscribedBy = "示例县档案爱好者",
            Tables = [.. report.Tables.Select(table => new ReportTable(table.Form, [.. table.Figures.Select((figure, i) =>
                figure.State == FigureState.Missing ? figure : figure with { Location = SourceLocation.InSidecar(i / 3) })]))],
        };
        var loaded = StoreAndLoad(report, AgencyRegister.Empty);
        loaded.Figures.ShouldBe(report.Figures);
        Published(loaded).ShouldBe(Published(report));
        (loaded.TranscribedBy, loaded.Edition).ShouldBe(("示例县档案爱好者", null));
    }

    [Fact]
    public void A_report_takes_a_few_kilobytes()
    {
        var blob = new BlobWriter();
        new ReportCodec(new FindingForms(), AgencyRegister.Empty).Write(MadeReport.Read("a.txt", "form: form-2019\n"), blob);
        blob.Written.Length.ShouldBeLessThan(1500);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(63)]
    [InlineData(-65)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Numbers_of_all_sizes_are_kept(long number)
    {
        var blob = new BlobWriter();
        blob.Number(number);
        new BlobReader(blob.Written.ToArray()).Number().ShouldBe(number);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("-0.5")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775.808")]
    [InlineData("9223372036854775808")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void Decimals_keep_value_and_scale(string number)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        var blob = new BlobWriter();
        blob.Decimal(value);
        decimal.GetBits(new BlobReader(blob.Written.ToArray()).Decimal()).ShouldBe(decimal.GetBits(value));
    }

    private static AnnualReport StoreAndLoad(AnnualReport report, AgencyRegister register)
    {
        var forms = new FindingForms();
        var blob = new BlobWriter();
        blob.Text("before");
        blob.Clear();
        new ReportCodec(forms, register).Write(report, blob);
        return new ReportCodec(forms, register).Read(new BlobReader(blob.Written.ToArray()));
    }

    private static string Published(AnnualReport report) =>
        Encoding.UTF8.GetString(Json.Bytes(Json.Indented, json =>
        {
            json.WriteStartObject();
            ReportJson.WriteReport(json, report, null);
            json.WriteEndObject();
        }).Span);
}
