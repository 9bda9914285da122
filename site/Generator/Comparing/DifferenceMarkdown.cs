using System.Collections.Immutable;
using System.Text;
using DisclosureArchive.Generator.Checking;

namespace DisclosureArchive.Generator.Comparing;

/// <summary>Differences for a pull request: the sum in the first line, then tables of at most so many lines, each with a note of how many are left out.</summary>
internal static class DifferenceMarkdown
{
    private const int MostLines = 50;

    private const int LongestText = 80;

    // A comment on GitHub takes 65,536 characters; the last line may be a long one.
    private const int FullAt = 50_000;

    public static string Of(DataDifference difference)
    {
        var text = new StringBuilder();
        text.Append($"**数据变动**：{DifferenceWords.Summary(difference)}\n\n");
        if (difference.IsEmpty)
            return text.ToString();
        text.Append($"{Safe(difference.Old)} → {Safe(difference.New)}\n\n");
        Table("报告", "| | 报告 | 说明 |\n| --- | --- | --- |", [.. difference.Reports.Select(change => $"| {DifferenceWords.OfReport(change.Kind)} | {Safe(DifferenceWords.Of(change.Report))} | {About(change)} |")]);
        Table("数字", "| 报告 | 单元格 | | 原来 | 现在 |\n| --- | --- | --- | ---: | ---: |", [.. difference.Reports.SelectMany(change => change.Figures.Select(figure =>
            $"| {Safe(DifferenceWords.Of(change.Report))} | {Safe(figure.Figure.Label)} | {DifferenceWords.OfFigure(figure.Kind)} | {Safe(DifferenceWords.Of(figure.Old))} | {Safe(DifferenceWords.Of(figure.New))} |"))]);
        Table("勾稽关系", "| 报告 | 关系 | 原来 | 现在 |\n| --- | --- | --- | --- |", [.. difference.Reports.SelectMany(change => change.Checks.Select(check =>
            $"| {Safe(DifferenceWords.Of(change.Report))} | {Safe(check.Label)} | {Safe(DifferenceWords.Former(check.Old))} | {Safe(DifferenceWords.Of(check.New))} |"))]);
        Table("网页", "| | 网页 |\n| --- | --- |",
            [.. difference.PagesAdded.Select(page => $"| 新增 | {Safe(page)} |"), .. difference.PagesRemoved.Select(page => $"| 删除 | {Safe(page)} |")]);
        return text.ToString();

        void Table(string title, string head, ImmutableArray<string> lines)
        {
            if (lines.IsEmpty)
                return;
            text.Append($"### {title}\n\n{head}\n");
            var told = 0;
            for (; told < lines.Length && told < MostLines && text.Length < FullAt; told++)
                text.Append(lines[told]).Append('\n');
            text.Append(told < lines.Length ? $"\n还有 {lines.Length - told} 行没有列出；全部见 diff 的 text 或 json 输出。\n\n" : "\n");
        }
    }

    private static string About(ReportChange change) => change.Kind != ChangeKind.Changed
        ? $"{Safe(change.Report.Facts["source"])}：{DifferenceWords.CountsOf(change.Report)}"
        : string.Join("；", ((string[])
        [
            change.Figures.Length > 0 ? $"数字 {change.Figures.Length} 处" : "",
            change.Checks.Length > 0 ? $"勾稽关系 {change.Checks.Length} 处" : "",
            .. change.Facts.Where(fact => fact.Name != "sha256").Select(fact => $"{DifferenceWords.OfFact(fact.Name)}：{Told(fact.Old)} → {Told(fact.New)}"),
            change.Facts.Any(fact => fact.Name == "sha256") ? "原件有改动" : "",
            change.Diagnostics.Length > 0 ? $"诊断 {string.Join("、", change.Diagnostics.Select(code => $"{Safe(code.Code)}（{code.Old} → {code.New}）"))}" : "",
            change.ProseDiffers ? "正文有改动" : "",
        ]).Where(part => part.Length > 0));

    private static string Told(string text) => text.Length > 0 ? Safe(text) : "（无）";

    private static string Safe(string text) => MarkdownText.Of(text, LongestText);
}
