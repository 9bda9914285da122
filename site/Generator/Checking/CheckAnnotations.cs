using System.Text;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Checking;

/// <summary>
/// What <c>check</c> found, for GitHub Actions: workflow commands that become annotations at the files, the ten most important only, as many as GitHub
/// shows; all of it as Markdown for the summary of the run.
/// </summary>
internal static class CheckAnnotations
{
    private const int Shown = 10;

    // GitHub takes 1 MiB a step; a summary that is longer is not shown at all.
    private const int LongestSummary = 900 * 1024;

    public static void Write(TextWriter console, CheckResult result)
    {
        foreach (var remark in result.Remarks.Where(remark => remark.Weight > RemarkWeight.Info).Take(Shown))
        {
            var name = remark.Fails ? "error" : "warning";
            var line = remark.Line > 0 ? $",line={remark.Line}" : "";
            var relation = remark.Relation is { } failed ? $" {failed.Finding.Relation}" : "";
            console.WriteLine($"::{name} file={Property(remark.File)}{line},title={Property($"{remark.Diagnostic.Code} {ConsoleText.Word(remark)}{relation}")}::{Message(Told(remark))}");
        }
    }

    /// <summary>Everything, as Markdown.</summary>
    public static string Summary(CheckResult result)
    {
        var text = new StringBuilder();
        var (failed, errors, warnings) = (result.Count(RemarkWeight.FailedRelation), result.Count(RemarkWeight.Error), result.Count(RemarkWeight.Warning));
        text.Append($"## 报告检查：{(result.IsSound ? "没有错误" : $"{errors} 处错误，{failed} 处勾稽关系不成立")}{(warnings > 0 ? $"，{warnings} 处提醒" : "")}\n\n");
        if (result.Changes is { } changes)
        {
            text.Append($"与 {MarkdownText.Of(changes.Base)} 相比：新增 {changes.Added.Length} 个文件，修改 {changes.Modified.Length} 个，删除 {changes.Deleted.Length} 个。\n\n");
            foreach (var deleted in changes.Deleted)
                text.Append($"- 删除 {MarkdownText.Of(changes.NameOf(deleted))}\n");
            text.Append('\n');
        }

        if (!result.Reports.IsEmpty)
        {
            text.Append("| 文件 | 机关 | 年度 | 格式 | 数字 | 空白 | 无法辨认 | 缺少 | 不成立 | 错误 | 提醒 |\n| --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
            foreach (var report in result.Reports)
            {
                int Cells(FigureState state) => report.Entry.Cells.GetValueOrDefault(state);
                text.Append($"| {string.Join("<br>", report.Files.Select(file => MarkdownText.Of(file)))}{(report.IsNeighbour ? "（受影响）" : "")} | {(DataFiles.AgencyName(report.Report) is { Length: > 0 } name ? MarkdownText.Of(name) : "—")} | {report.Entry.Year?.ToString() ?? "—"} | {report.Entry.Edition?.Label ?? "—"} "
                    + $"| {Cells(FigureState.Reported)} | {Cells(FigureState.Blank)} | {Cells(FigureState.Unreadable)} | {Cells(FigureState.Missing)} "
                    + $"| {report.Count(RemarkWeight.FailedRelation)} | {report.Count(RemarkWeight.Error)} | {report.Count(RemarkWeight.Warning)} |\n");
                if (IsFull(text))
                    return text.Append("\n内容过多，其余没有列出。\n").ToString();
            }

            text.Append('\n');
        }

        var all = result.Remarks.ToList();
        if (all.Count > 0)
            text.Append("| 级别 | 代码 | 位置 | 说明 | 怎么办 |\n| --- | --- | --- | --- | --- |\n");
        for (var i = 0; i < all.Count; i++)
        {
            if (IsFull(text))
                return text.Append($"\n还有 {all.Count - i} 处没有列出：内容过多。\n").ToString();
            text.Append($"| {ConsoleText.Word(all[i])} | {all[i].Diagnostic.Code} | {MarkdownText.Of(ConsoleText.Place(all[i]))} | {(all[i].Relation is { } relation ? OfRelation(all[i].File, relation) : MarkdownText.Of(all[i].Diagnostic.Chinese))} | {MarkdownText.Of(all[i].Diagnostic.RemedyChinese)} |\n");
        }

        return text.ToString();
    }

    private static bool IsFull(StringBuilder text) => text.Length * 3L > LongestSummary;

    private static string Told(Remark remark)
    {
        if (remark.Relation is not { } relation)
            return $"{InWords(remark)}{remark.Diagnostic.Chinese}\n{remark.Diagnostic.RemedyChinese}";
        var lines = new List<string> { remark.Diagnostic.Chinese };
        foreach (var (name, side) in new[] { ("左边", relation.Left), ("右边", relation.Right) })
            lines.AddRange(side.Telling.Select(cell => $"{name} {ConsoleText.Value(cell.Figure)} {cell.Label}（{ConsoleText.Place(cell, remark.File)}）"));
        lines.Add(remark.Diagnostic.RemedyChinese);
        return string.Join('\n', lines);
    }

    private static string InWords(Remark remark) => remark.Within.ToChinese() is { Length: > 0 } within ? within + "：" : "";

    private static string OfRelation(string file, FailedRelation relation)
    {
        var lines = new List<string> { $"{MarkdownText.Of(relation.Finding.Label)}。{MarkdownText.Of(relation.Finding.Detail)}" };
        foreach (var (name, side) in new[] { ("左边", relation.Left), ("右边", relation.Right) })
        {
            if (side.Quote.Length > 0)
                lines.Add($"{name} {Numbers.Text(side.Value)}：“{MarkdownText.Of(side.Quote)}”");
            lines.AddRange(side.Telling.Select(cell => $"{name} {ConsoleText.Value(cell.Figure)}：{MarkdownText.Of(cell.Label)}（{MarkdownText.Of(ConsoleText.Place(cell, file))}）"));
        }

        return string.Join("<br>", lines);
    }

    private static string Message(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
