using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Feeds;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>A small archive in memory that has one of everything a page must show.</summary>
public sealed class DemoArchive : IReportStore
{
    public const string Hostile = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>&amp;";

    private readonly Dictionary<string, AnnualReport> _reports = new(StringComparer.Ordinal);
    private readonly Lazy<List<WrittenFile>> _data;

    public DemoArchive()
    {
        _data = new Lazy<List<WrittenFile>>(WriteData);
        Archive = new ReportArchive(
            new ArchiveSettings(
                "示例县政府信息公开年报档案", "示例县各机关历年的政府信息公开工作年度报告。", "演示数据：机关、数字均为虚构", "",
                "示例县档案小组", "someone@example.org", "https://creativecommons.org/licenses/by/4.0/"),
            [
                Civil(), Finance(), Town(), Scans(), Pairs(), Hidden(), Unidentified(),
            ],
            [("agencies.csv", DiagnosticRules.RegisterInvalid.For("agencies.csv", "第 9 行缺少名称"))]);
    }

    public ReportArchive Archive { get; }

    public AnnualReport Load(ReportEntry entry) => _reports[Routes.Report(entry)];

    public void CopySource(SourceInfo source, Stream target) => target.Write(new byte[source.Size]);

    /// <summary>The pages by path.</summary>
    public SortedDictionary<string, byte[]> Render()
    {
        var pages = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in new SitePages().Of(Archive, this))
            pages.Add(file.Path, file.Content().ToArray());
        foreach (var file in new SitePages().Last(Archive, Data))
            pages.Add(file.Path, file.Content().ToArray());
        return pages;
    }

    /// <summary>The files of the archive's data.</summary>
    public IReadOnlyList<DataFile> Data => DataFile.Among(_data.Value);

    /// <summary>All files that the engine writes of the tables and of the whole archive, by path.</summary>
    public IEnumerable<string> DataPaths => _data.Value.Select(file => file.Path);

    private List<WrittenFile> WriteData()
    {
        var output = new MemoryOutput();
        using var tables = new TableFiles(Archive);
        foreach (var entry in Archive.Reports)
            tables.Take(entry, Load(entry));
        List<WrittenFile> written = [.. Generator.Data.DataFiles.OfArchive(Archive, this).Concat(FeedFiles.Of(Archive)).Select(output.Write)];
        foreach (var round in Generator.Data.DataFiles.Rounds(Archive, this, tables, output, () => DataFile.Among(written)))
            written.AddRange(round.Select(output.Write).ToList());
        return written;
    }

    private ReportEntry Keep(
        string key, AnnualReport report, bool isCurrent = true, ImmutableArray<Finding> carryOver = default, ImmutableArray<Diagnostic> added = default)
    {
        var entry = report.Entry(key, isCurrent, carryOver, added);
        _reports.Add(Routes.Report(entry), report);
        return entry;
    }

    /// <summary>All three editions, a gap, a failed carry-over, an earlier revision.</summary>
    private AgencyEntry Civil()
    {
        const string key = "shili-minzheng";
        const string name = "示例县民政局";
        var entries = ImmutableArray.CreateBuilder<ReportEntry>();
        foreach (var year in Enumerable.Range(2012, 13).Where(year => year != 2016))
        {
            var edition = year < 2019 ? Editions.Form2008 : year < 2021 ? Editions.Form2019 : Editions.Form2021;
            var report = DemoReports.Make(edition, name, year, year, isSheetAttached: year is < 2012 or > 2013);
            if (year == 2012)
                report = WithOwnTable(report);
            if (year != 2023)
            {
                entries.Add(Keep(key, report));
                continue;
            }

            CellName carriedOut = new("requests", "carried_out", "total"), carriedIn = new("requests", "carried_in", "total");
            report = report.WithValue("requests.carried_in.total", 6);
            var carryOver = new Finding(
                "carry_over.total", FindingStatus.Failed, 5, 6, [carriedOut], [carriedIn],
                "总计：上年度报告的结转下年度＝本年度报告的上年结转", "上年 5，本年 6");
            entries.Add(Keep(key, report, carryOver: [carryOver]));
            var earlier = DemoReports.Make(edition, name, year, 7);
            entries.Add(Keep(
                key,
                earlier with
                {
                    Source = earlier.Source with { Path = earlier.Source.Path.Replace(".docx", "（首次公布）.docx") },
                    Published = new Fact<DateOnly>(new DateOnly(2024, 1, 3), FactSource.Signature),
                },
                isCurrent: false,
                added: [DiagnosticRules.RevisionKept.For("2023/示例县民政局2023年报.docx")]));
        }

        return new AgencyEntry(key, name, new Agency(key, name, "示例县", "部门", ["县民政局", "民政局"]), entries.ToImmutable(), [2016]);
    }

    /// <summary>One figure of every state, a correction, a mixed form, failed sums.</summary>
    private AgencyEntry Finance()
    {
        const string key = "示例县财政局";
        var report = DemoReports.Make(Editions.Form2021, key, 2022)
            .WithState("requests.received.business", FigureState.Blank, "")
            .WithState("requests.granted.natural_person", FigureState.Unreadable, "0 0")
            .WithState("requests.granted.ngo", FigureState.NotApplicable, "/")
            .WithState("proactive.rules.made", FigureState.Missing, "")
            .WithState("proactive.rules.repealed", FigureState.Missing, "")
            .WithState("proactive.rules.in_force", FigureState.Missing, "")
            .WithValue("disputes.review.total", 9)
            .With("proactive.fees.amount", figure => figure with { Value = 216m, Raw = "216万元" })
            .With("requests.carried_out.research", figure => figure with
            {
                Value = 1,
                Raw = "11",
                Correction = new Correction("requests.carried_out.research", "11", 1, "原件多敲了一个 1"),
            });
        report = report with
        {
            Agency = null,
            Url = "https://www.example.gov.cn/xxgk/2022.html?a=1&b=2",
            Accessed = new DateOnly(2024, 5, 1),
            Diagnostics =
            [
                DiagnosticRules.FigureUnreadable.At(new SourceLocation(Line: 52, Table: 2, Row: 6, Cell: 2), "予以公开·自然人", "0 0"),
                DiagnosticRules.RowMissing.For("主动公开政府信息情况", "规章"),
                DiagnosticRules.FigureBlank.For("收到和处理政府信息公开申请情况", "1", "本年新收政府信息公开申请数量·商业企业"),
                DiagnosticRules.CheckFailed.For("行政复议：总计＝四种结果之和", "9 与 5"),
            ],
        };
        var mixed = DemoReports.Make(Editions.Form2021, key, 2021, 1);
        mixed = mixed with
        {
            Tables = [mixed.Tables[0], DemoReports.Make(Editions.Form2019, key, 2021, 1).Tables[1], mixed.Tables[2]],
        };
        return new AgencyEntry(key, key, null, [Keep(key, mixed), Keep(key, report)], []);
    }

    /// <summary>A report whose every cell is blank.</summary>
    private AgencyEntry Town()
    {
        const string key = "shili-dongxiang";
        const string name = "示例县东乡镇人民政府";
        var report = DemoReports.Make(Editions.Form2021, name, 2024);
        foreach (var cell in report.Figures.Select(figure => figure.Name.ToString()).ToList())
            report = report.WithState(cell, FigureState.Blank, "");
        return new AgencyEntry(key, name, new Agency(key, name, "示例县", "乡镇", []), [Keep(key, report)], []);
    }

    /// <summary>Two scans, one of them with figures that were transcribed.</summary>
    private AgencyEntry Scans()
    {
        const string key = "shili-dangan";
        const string name = "示例县档案馆";
        AnnualReport Scan(int year) => DemoReports.Make(Editions.Form2019, name, year) is var made
            ? made with
            {
                Source = made.Source with { Path = $"{name}/{year}.pdf", Format = DocumentFormat.Pdf },
                Year = new Fact<int>(year, FactSource.Sidecar),
                Published = null,
                Title = "",
                Edition = null,
                Tables = [],
                Sections = [],
                Findings = [],
                Diagnostics = [DiagnosticRules.NoTextLayer.For($"{year}.pdf.yml")],
            }
            : throw new InvalidOperationException();
        var made = DemoReports.Make(Editions.Form2019, name, 2020, 4).WithState("requests.granted.ngo", FigureState.Missing, "");
        var transcribed = Scan(2020) with
        {
            Edition = Editions.Form2019,
            TranscribedBy = "示例县档案爱好者",
            Findings = made.Findings,
            Tables = [.. made.Tables.Skip(1).Select(table => table with
            {
                Figures = [.. table.Figures.Select((figure, i) => figure.State == FigureState.Missing ? figure : figure with { Location = SourceLocation.InSidecar(4 + i) })],
            })],
            Diagnostics = [DiagnosticRules.FiguresTranscribed.For("175", "示例县档案爱好者", "2020.pdf.yml", "1")],
        };
        return new AgencyEntry(key, name, new Agency(key, name, "示例县", "部门", []), [Keep(key, Scan(2019)), Keep(key, transcribed)], []);
    }

    /// <summary>Reports that came in several containers: alike, and with differences.</summary>
    private AgencyEntry Pairs()
    {
        const string key = "shili-tongji";
        const string name = "示例县统计局";
        AnnualReport Other(AnnualReport report, DocumentFormat format, string extension) => report with
        {
            Source = report.Source with { Path = report.Source.Path.Replace(".docx", extension), Sha256 = new string('e', 64), Format = format },
            Diagnostics = format == DocumentFormat.Pdf ? [DiagnosticRules.NoTextLayer.For("x.pdf.yml")] : [],
        };
        var alike = DemoReports.Make(Editions.Form2021, name, 2021);
        var main = DemoReports.Make(Editions.Form2021, name, 2023)
            .WithState("requests.granted.ngo", FigureState.Unreadable, "0 0")
            .With("requests.carried_out.research", figure => figure with { Value = 1, Raw = "11", Correction = new Correction("requests.carried_out.research", "11", 1, "原件多敲了一个 1") });
        var web = Other(DemoReports.Make(Editions.Form2021, name, 2023), DocumentFormat.Html, ".html")
            .WithValue("requests.received.total", 987).WithValue("requests.carried_out.research", 7).WithState("disputes.review.total", FigureState.Blank, "")
            with
        { Url = "https://www.example.gov.cn/2022.html", Accessed = new DateOnly(2023, 4, 5) };
        var scan = Other(main, DocumentFormat.Pdf, ".pdf") with { Tables = [], Sections = [], Edition = null };
        return new AgencyEntry(key, name, new Agency(key, name, "示例县", "部门", []),
            [
                Keep(key, ReportJoiner.Join(alike, [Other(alike, DocumentFormat.Html, ".html")])),
                Keep(key, ReportJoiner.Join(main, [web, scan])),
            ], []);
    }

    /// <summary>Text from strangers that tries to be markup.</summary>
    private AgencyEntry Hidden()
    {
        const string key = "某局#50%_a b";
        var report = DemoReports.Make(Editions.Form2019, Hostile, 2020)
            .WithState("requests.granted.natural_person", FigureState.Unreadable, Hostile)
            .WithState("requests.granted.business", FigureState.NotApplicable, Hostile)
            .With("requests.granted.research", figure => figure with
            {
                Raw = Hostile,
                Correction = new Correction("requests.granted.research", Hostile, 1, Hostile),
            });
        report = report with
        {
            Title = Hostile,
            Url = "javascript:alert(1)",
            Source = report.Source with { Path = "a/b/年报 #1 100%?.html", Format = DocumentFormat.Html, Encoding = "gb18030" },
            Sections =
            [
                new Section(SectionKind.Additional, Hostile,
                    [new Heading(Hostile, 2, SourceLocation.None), new Paragraph(Hostile + "\n" + Hostile, SourceLocation.None)], SourceLocation.None),
            ],
            Diagnostics = [DiagnosticRules.UnknownRow.For(Hostile, Hostile)],
        };
        return new AgencyEntry(key, Hostile, null, [Keep(key, WithOwnTable(report))], []);
    }

    private AgencyEntry Unidentified()
    {
        const string key = AgencyEntry.UnidentifiedKey;
        var report = DemoReports.Make(Editions.Form2021, "", 2022, 3) with { AgencyName = null };
        var first = report.Entry(key) with { Slug = "2022-aaaaaaaa" };
        var undated = report with
        {
            Source = report.Source with { Path = "undated.docx" },
            Year = null,
            Published = null,
            Title = "",
            Diagnostics = [DiagnosticRules.AgencyUnknown.For("x.docx.yml"), DiagnosticRules.YearUnknown.For("x.docx.yml")],
        };
        var second = undated.Entry(key) with { Slug = "undated-bbbbbbbb" };
        _reports.Add(Routes.Report(first), report);
        _reports.Add(Routes.Report(second), undated);
        return new AgencyEntry(key, "待认定机关", null, [first, second], []);
    }

    /// <summary>The report with a table of its own: a header over two columns, a label over two rows, the same label twice.</summary>
    private static AnnualReport WithOwnTable(AnnualReport report)
    {
        SourceLocation At(int row, int cell) => new(Table: 9, Row: row, Cell: cell);
        var source = new Table(
            [
                new TableRow([new Cell("指标", At(1, 1), 2), new Cell("2011", At(1, 2)), new Cell("2012", At(1, 3))], At(1, 0)),
                new TableRow([new Cell("数量（个）", At(2, 1), RowSpan: 2), new Cell("总计", At(2, 2)), new Cell("1,234", At(2, 3)), new Cell("55", At(2, 4))], At(2, 0)),
                new TableRow([new Cell("总计", At(3, 1)), new Cell("<b>3</b>", At(3, 2)), new Cell("", At(3, 3))], At(3, 0)),
            ],
            TableShape.Grid, new SourceLocation(Table: 9));
        Figure Own(string column, int row, int cell, FigureState state, decimal? value, string raw) =>
            new(new CellName("own.1", "数量（个）/总计", column), state, value, raw, At(row, cell));
        var table = new OwnTable("own.1", "近年 情况",
            [
                Own("2011", 2, 3, FigureState.Reported, 1234, "1,234"), Own("2012", 2, 4, FigureState.Reported, 55, "55"),
                Own("2011", 3, 2, FigureState.Unreadable, null, "<b>3</b>"), Own("2012", 3, 3, FigureState.Blank, null, ""),
            ], source);
        var first = report.Sections[0];
        return report with
        {
            OwnTables = [table],
            Sections = report.Sections.SetItem(0, first with { Blocks = first.Blocks.Add(source) }),
        };
    }
}
