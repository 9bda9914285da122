using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>Reports made by hand: every cell of an edition filled, sums right, until a test spoils one.</summary>
public static class DemoReports
{
    public static AnnualReport Make(FormEdition edition, string agency, int year, int seed = 0, bool isSheetAttached = true)
    {
        var path = $"{year}/{agency}{year}年报.docx";
        var line = 0;
        ImmutableArray<ReportTable> tables = isSheetAttached
            ? [.. edition.Tables.Select(form => new ReportTable(form, [.. form.Cells.Select(name =>
            {
                var value = Value(form, name, seed);
                return new Figure(name, FigureState.Reported, value, $"{value}", SourceLocation.AtLine(++line));
            })]))]
            : [];
        var report = new AnnualReport
        {
            Source = new SourceInfo(path, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path + seed))), 20480 + seed, DocumentFormat.Docx, null),
            AgencyName = new Fact<string>(agency, FactSource.Title),
            Agency = null,
            Year = new Fact<int>(year, FactSource.Title),
            Published = new Fact<DateOnly>(new DateOnly(year + 1, 1, 10 + (seed % 15)), FactSource.Signature),
            Title = $"{agency}{year}年政府信息公开工作年度报告",
            Edition = edition,
            Tables = tables,
            OwnTables = [],
            Sections = Sections(agency, year, edition),
            Findings = [],
            Diagnostics = [],
        };
        return report with { Findings = Judge(report) };
    }

    /// <summary>The report with one figure replaced, and its relations judged again.</summary>
    public static AnnualReport With(this AnnualReport report, string cell, Func<Figure, Figure> change)
    {
        var changed = report with
        {
            Tables = [.. report.Tables.Select(table => new ReportTable(
                table.Form, [.. table.Figures.Select(figure => figure.Name.ToString() == cell ? change(figure) : figure)]))],
        };
        return changed with { Findings = Judge(changed) };
    }

    public static AnnualReport WithState(this AnnualReport report, string cell, FigureState state, string raw) =>
        report.With(cell, figure => state == FigureState.Missing
            ? Figure.Missing(figure.Name)
            : figure with { State = state, Value = null, Raw = raw });

    public static AnnualReport WithValue(this AnnualReport report, string cell, decimal value) =>
        report.With(cell, figure => figure with { Value = value, Raw = $"{value}" });

    /// <summary>The entry that an archive keeps of a report.</summary>
    public static ReportEntry Entry(
        this AnnualReport report, string key, bool isCurrent = true, ImmutableArray<Finding> carryOver = default, ImmutableArray<Diagnostic> added = default)
    {
        ImmutableArray<Finding> carried = carryOver.IsDefault ? [] : carryOver;
        ImmutableArray<Diagnostic> more = added.IsDefault ? [] : added;
        var findings = report.Findings.AddRange(carried);
        var diagnostics = report.Diagnostics.AddRange(more);
        decimal? Value(string table, string row, string column) => report[new CellName(table, row, column)]?.Value;
        return new ReportEntry
        {
            AgencyKey = key,
            Slug = isCurrent ? $"{report.Year?.Value}" : $"{report.Year?.Value}-{report.Source.Sha256[..8]}",
            Year = report.Year?.Value,
            IsCurrent = isCurrent,
            Title = report.Title,
            Edition = report.Edition,
            TranscribedBy = report.TranscribedBy,
            Published = report.Published?.Value,
            Source = report.Source,
            FurtherSources = [.. report.FurtherSources.Select(further => further.Source)],
            Passed = findings.Count(finding => finding.Status == FindingStatus.Passed),
            Failed = findings.Count(finding => finding.Status == FindingStatus.Failed),
            NotAssessable = findings.Count(finding => finding.Status == FindingStatus.NotAssessable),
            Tallies = RuleTally.Of(findings),
            Cells = report.Figures.GroupBy(figure => figure.State).ToImmutableDictionary(state => state.Key, state => state.Count()),
            Key = new KeyFigures(
                Value("requests", "received", "total") ?? Value("statistics_2008", "依申请公开情况/收到申请数", "value"),
                Value("requests", "concluded", "total") ?? Value("statistics_2008", "依申请公开情况/申请办结数", "value"),
                Value("disputes", "review", "total") ?? Value("statistics_2008", "行政复议数量", "value"),
                Value("disputes", "litigation_direct", "total") + Value("disputes", "litigation_after_review", "total")
                    ?? Value("statistics_2008", "行政诉讼数量", "value")),
            Prose = ProseDigest.Of(report),
            CarryOver = carried,
            Added = more,
            Worst = diagnostics.IsEmpty ? null : diagnostics.Max(diagnostic => diagnostic.Severity),
        };
    }

    /// <summary>Small figures whose sums are right: each kind of request is 1 or 2 a kind of applicant, totals are added up.</summary>
    private static decimal Value(FormTable form, CellName name, int seed)
    {
        decimal Leaf(string row, string column) => (row.Length + column.Length + seed) % 3;
        var relations = Editions.Get(form.Edition).Relations.Where(relation => relation.Table == form.Id).ToList();
        if (form.Columns.Length > 1 && form.Column("total") is not null && name.Column == "total")
            return form.Columns.Where(column => column.Id != "total").Sum(column => Value(form, name with { Column = column.Id }, seed));
        if (form.Id == "requests")
        {
            var results = relations.First(relation => relation.Id == "requests.results_sum").Right;
            decimal Concluded() => results.Sum(row => Leaf(row, name.Column));
            return name.Row switch
            {
                "concluded" => Concluded(),
                "received" => Concluded(),
                "carried_in" or "carried_out" => 1,
                _ => Leaf(name.Row, name.Column),
            };
        }

        if (relations.FirstOrDefault(relation => relation.Scope == RelationScope.Once && relation.Left is [var whole] && whole == name.Row) is { } sum)
            return sum.Right.Sum(part => Value(form, name with { Row = part }, seed));
        return form.Column(name.Column)!.Kind == FigureKind.Amount ? 12.5m + seed : Leaf(name.Row, name.Column) + (name.Row == "licensing" ? 2788 : 0);
    }

    /// <summary>The relations of the form, judged; good enough for pages, the real evaluator has tests of its own.</summary>
    private static ImmutableArray<Finding> Judge(AnnualReport report) =>
        [.. from table in report.Tables
            from relation in Editions.Get(table.Form.Edition).Relations
            where relation.Table == table.Form.Id
            from at in relation.Scope switch
            {
                RelationScope.EachColumn => table.Form.Columns.Select(column => column.Id),
                RelationScope.EachRow => table.Form.Rows.Select(row => row.Id),
                _ => [""],
            }
            select Judge(report, table.Form, relation, at)];

    private static Finding Judge(AnnualReport report, FormTable form, FormRelation relation, string at)
    {
        ImmutableArray<CellName> Cells(ImmutableArray<string> terms) => [.. terms.Select(term => relation.Scope switch
        {
            RelationScope.EachColumn => new CellName(form.Id, term, at),
            RelationScope.EachRow => new CellName(form.Id, at, term),
            _ => new CellName(form.Id, term, "value"),
        })];
        decimal? Sum(ImmutableArray<CellName> cells) =>
            cells.All(cell => report[cell]?.Value is not null) ? cells.Sum(cell => report[cell]!.Value!.Value) : null;

        var left = Cells(relation.Left);
        var right = Cells(relation.Right);
        var (a, b) = (Sum(left), Sum(right));
        var place = relation.Scope switch
        {
            RelationScope.EachColumn => form.Column(at)!.Label + "：",
            RelationScope.EachRow => form.Row(at)!.Label + "：",
            _ => "",
        };
        var status = a is null || b is null ? FindingStatus.NotAssessable : a == b ? FindingStatus.Passed : FindingStatus.Failed;
        return new Finding(
            at.Length > 0 ? $"{relation.Id}.{at}" : relation.Id, status, status == FindingStatus.NotAssessable ? null : a,
            status == FindingStatus.NotAssessable ? null : b, left, right, place + relation.Label,
            status == FindingStatus.NotAssessable ? "有的格没有可用的数字" : $"{a} 与 {b}");
    }

    private static ImmutableArray<Section> Sections(string agency, int year, FormEdition edition)
    {
        Section Text(SectionKind kind, string heading, params string[] paragraphs) => new(
            kind, heading, [.. paragraphs.Select((text, i) => (Block)new Paragraph(text, SourceLocation.AtParagraph(i + 2)))], SourceLocation.AtParagraph(1));

        var overview = Text(SectionKind.Overview, "一、总体情况",
            $"{year}年，{agency}认真贯彻落实《中华人民共和国政府信息公开条例》，围绕群众关心的事项，全面推进决策、执行、管理、服务、结果公开，各项工作取得新的进展。",
            "全年通过门户网站、公告栏和政务新媒体主动公开政府信息，办理依申请公开答复均在法定期限内完成。");
        var preamble = Text(SectionKind.Preamble, "", $"根据《中华人民共和国政府信息公开条例》的规定，现公布{agency}{year}年政府信息公开工作年度报告。");
        var problems = Text(SectionKind.Problems, "五、存在的主要问题及改进情况", "公开的及时性还有待提高。", "下一年将加强培训，完善制度。");
        return edition.Id == "form-2008"
            ? [preamble, overview, Text(SectionKind.Fees, "四、收费及减免情况", "没有收取费用。"), Text(SectionKind.Statistics, "附：政府信息公开情况统计表")]
            :
            [
                preamble, overview,
                Text(SectionKind.Proactive, "二、主动公开政府信息情况"),
                Text(SectionKind.Requests, "三、收到和处理政府信息公开申请情况"),
                Text(SectionKind.Disputes, "四、政府信息公开行政复议、行政诉讼情况"),
                problems,
                Text(SectionKind.Other, "六、其他需要报告的事项", "无。"),
            ];
    }
}
