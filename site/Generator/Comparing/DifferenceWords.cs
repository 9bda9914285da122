using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DataWords = DisclosureArchive.Generator.Data.Words;

namespace DisclosureArchive.Generator.Comparing;

/// <summary>Differences in Chinese words.</summary>
internal static class DifferenceWords
{
    private static readonly Dictionary<string, string> States = Enum.GetValues<FigureState>().ToDictionary(DataWords.Of, Terms.Chinese.Of, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Statuses = Enum.GetValues<FindingStatus>().ToDictionary(DataWords.Of, Terms.Chinese.Of, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["page"] = "网页",
        ["agency"] = "机关",
        ["year"] = "年度",
        ["current"] = "现行版本",
        ["form"] = "格式",
        ["title"] = "标题",
        ["published"] = "公布日期",
        ["transcribed_by"] = "抄录",
        ["source"] = "来源文件",
        ["sha256"] = "原件校验值",
        ["further_sources"] = "其他原件",
    };

    /// <summary>A number, or what stands in its place.</summary>
    public static string Of(PublishedFigure? figure) =>
        Numbers.Text(figure?.Value) ?? (figure is null ? "没有此格" : States.GetValueOrDefault(figure.State, figure.State));

    public static string Of(string? status) => status is null ? "不再核对" : Statuses.GetValueOrDefault(status, status);

    /// <summary>What a relation was before; one that is new was not checked.</summary>
    public static string Former(string? status) => status is null ? "未核对" : Of(status);

    public static string OfFact(string name) => Facts.GetValueOrDefault(name, name);

    public static string OfReport(ChangeKind kind) => kind switch { ChangeKind.Added => "新增", ChangeKind.Removed => "删除", _ => "改动" };

    public static string OfFigure(ChangeKind kind) => kind switch { ChangeKind.Added => "新增", ChangeKind.Removed => "失去", _ => "改动" };

    /// <summary>Agency, year, and whether it is an earlier revision.</summary>
    public static string Of(PublishedReport report) =>
        $"{(report.Agency.Length > 0 ? report.Agency : "待认定机关")} {(report.Year is { } year ? $"{year}年" : "年度不明")}{(report.IsCurrent ? "" : "（较早版本）")}";

    /// <summary>A report in numbers.</summary>
    public static string CountsOf(PublishedReport report) =>
        $"{report.Figures.Count(figure => figure.Value is not null)} 个数字，{report.Checks.Count(check => check.Status == DataWords.Of(FindingStatus.Failed))} 处勾稽关系不成立";

    /// <summary>All in one line.</summary>
    public static string Summary(DataDifference difference) =>
        difference.IsEmpty
            ? "数据没有变化。"
            : $"报告：新增 {difference.CountReports(ChangeKind.Added)}，删除 {difference.CountReports(ChangeKind.Removed)}，改动 {difference.CountReports(ChangeKind.Changed)}。"
                + $"改动的报告中，数字：新增 {difference.CountFigures(ChangeKind.Added)}，改动 {difference.CountFigures(ChangeKind.Changed)}，失去 {difference.CountFigures(ChangeKind.Removed)}；"
                + $"勾稽关系：变为不成立 {difference.CountChecks(DataWords.Of(FindingStatus.Failed))}，变为成立 {difference.CountChecks(DataWords.Of(FindingStatus.Passed))}，变为无法核对 {difference.CountChecks(DataWords.Of(FindingStatus.NotAssessable))}，不再核对 {difference.CountChecks(null)}。"
                + $"网页：新增 {difference.PagesAdded.Length}，删除 {difference.PagesRemoved.Length}。";
}
