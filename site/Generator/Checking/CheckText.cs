using System.Globalization;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Checking;

/// <summary>What <c>check</c> found, for a person: report by report, a table at the end.</summary>
/// <param name="console">Where it is written.</param>
/// <param name="colour">Whether the word for how much something matters may be coloured.</param>
internal sealed class CheckText(TextWriter console, bool colour)
{
    public void Write(CheckResult result)
    {
        if (result.Changes is { } changes)
            Write(changes);
        if (!result.Archive.IsEmpty)
        {
            console.WriteLine("档案的名录、设置与其他文件");
            foreach (var remark in result.Archive)
                Write(remark);
            console.WriteLine();
        }

        foreach (var report in result.Reports)
            Write(report);
        if (!result.Reports.IsEmpty)
            WriteTable(result);
        Conclude(result);
    }

    private void Write(ChangedFiles changes)
    {
        console.WriteLine($"与 {ConsoleText.Safe(changes.Base)}（共同起点 {changes.MergeBase[..10]}）相比：新增 {changes.Added.Length} 个文件，修改 {changes.Modified.Length} 个，删除 {changes.Deleted.Length} 个。");
        List("新增", changes.Added);
        List("修改", changes.Modified);
        List("删除", changes.Deleted);
        console.WriteLine();

        void List(string what, IEnumerable<string> files)
        {
            foreach (var file in files)
                console.WriteLine($"  {what} {ConsoleText.Safe(changes.NameOf(file))}{(changes.Ignored.Contains(file) ? "（不作为报告读取）" : "")}");
        }
    }

    private void Write(CheckedReport report)
    {
        var (entry, read) = (report.Entry, report.Report);
        int Cells(FigureState state) => entry.Cells.GetValueOrDefault(state);

        console.WriteLine($"{(report.IsNeighbour ? "受影响的报告" : "报告")} {string.Join("　＋　", report.Files.Select(ConsoleText.Safe))}");
        console.WriteLine($"  机关：{(DataFiles.AgencyName(read) is { Length: > 0 } name ? ConsoleText.Safe(name) : "无法确定")}　年度：{entry.Year?.ToString(CultureInfo.InvariantCulture) ?? "无法确定"}　格式：{entry.Edition?.Label ?? "无法判断"}");
        if (report.IsNeighbour)
            console.WriteLine("  没有改动，以下只列与改动的文件有关的内容。");
        else
        {
            console.WriteLine(
                $"  法定单元格：数字 {Cells(FigureState.Reported)}，空白 {Cells(FigureState.Blank)}，不适用 {Cells(FigureState.NotApplicable)}，"
                + $"无法辨认 {Cells(FigureState.Unreadable)}，缺少 {Cells(FigureState.Missing)}；其他表格 {read.OwnTables.Length} 个");
            console.WriteLine($"  勾稽关系：成立 {entry.Passed}，不成立 {entry.Failed}，无法核对 {entry.NotAssessable}");
        }

        foreach (var remark in report.Remarks)
            Write(remark);
        console.WriteLine();
    }

    private void Write(Remark remark)
    {
        var relation = remark.Relation;
        console.WriteLine($"  {Coloured(ConsoleText.Word(remark), remark.Weight)} {remark.Diagnostic.Code} {ConsoleText.Place(remark)}：{ConsoleText.Safe(relation?.Finding.Label ?? remark.Diagnostic.Chinese)}");
        if (relation is not null)
        {
            Write("左边", remark.File, relation.Left);
            Write("右边", remark.File, relation.Right);
            console.WriteLine($"      左边比右边{(relation.Finding.Difference < 0 ? "少" : "多")} {Numbers.Text(Math.Abs(relation.Finding.Difference ?? 0))}（{relation.Finding.Relation}）。");
        }

        console.WriteLine($"      {ConsoleText.Safe(remark.Diagnostic.RemedyChinese)}");
    }

    private void Write(string name, string file, RelationSide side)
    {
        var cells = side.Telling;
        var zero = side.Cells.Length - cells.Length;
        console.WriteLine($"      {name}合计 {Numbers.Text(side.Value)}{(side.Quote.Length > 0 ? $"，正文写道：“{ConsoleText.Safe(side.Quote)}”" : cells.IsEmpty ? $"，{zero} 格都是 0" : zero > 0 ? $"，其余 {zero} 格都是 0" : "")}");
        foreach (var cell in cells)
            console.WriteLine($"        {ConsoleText.Value(cell.Figure),6}  {ConsoleText.Safe(cell.Label)}　{ConsoleText.Place(cell, file)}");
    }

    private void WriteTable(CheckResult result)
    {
        var table = new TextTable("文件", "机关", "年度", "数字", "不成立", "错误", "提醒");
        foreach (var report in result.Reports)
        {
            string Count(RemarkWeight weight) => report.Count(weight).ToString(CultureInfo.InvariantCulture);
            table.Add(
                ConsoleText.Safe(report.Files[0]), DataFiles.AgencyName(report.Report) is { Length: > 0 } name ? ConsoleText.Safe(name) : "—", report.Entry.Year?.ToString(CultureInfo.InvariantCulture) ?? "—",
                report.Entry.Cells.GetValueOrDefault(FigureState.Reported).ToString(CultureInfo.InvariantCulture),
                Count(RemarkWeight.FailedRelation), Count(RemarkWeight.Error), Count(RemarkWeight.Warning));
            foreach (var further in report.Files[1..])
                table.Add(ConsoleText.Safe(further), "同一份报告", "", "", "", "", "");
        }

        table.Write(console);
        console.WriteLine();
    }

    private void Conclude(CheckResult result)
    {
        var (failed, errors, warnings) = (result.Count(RemarkWeight.FailedRelation), result.Count(RemarkWeight.Error), result.Count(RemarkWeight.Warning));
        var neighbours = result.Reports.Count(report => report.IsNeighbour);
        var files = $"检查了 {result.FileCount} 个文件{(neighbours > 0 ? $"，连带查看受影响的报告 {neighbours} 份" : "")}，";
        console.WriteLine(
            result.Reports.IsEmpty && result.IsSound ? result.Changes is null ? "没有可检查的报告文件。 There are no report files to check." : "没有需要检查的报告。 There are no reports to check."
            : result.IsSound ? $"{files}没有错误{(warnings > 0 ? $"，有 {warnings} 处提醒" : "")}。"
            : $"{files}{errors} 处错误，{failed} 处勾稽关系不成立，{warnings} 处提醒，见上文。");
    }

    private string Coloured(string word, RemarkWeight weight) =>
        !colour || weight == RemarkWeight.Info ? word : $"\u001B[{(weight == RemarkWeight.Warning ? 33 : 31)}m{word}\u001B[0m";
}
