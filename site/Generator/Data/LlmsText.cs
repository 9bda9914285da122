using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Feeds;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Data;

/// <summary><c>llms.txt</c>: what a language model, or whoever works with one, has to know of the archive before quoting it. Markdown after llmstxt.org.</summary>
public static class LlmsText
{
    public const string Path = "llms.txt";

    public static OutputFile Of(ReportArchive archive) => new(Path, () => Encoding.UTF8.GetBytes(Text(archive)));

    private static string Text(ReportArchive archive)
    {
        var settings = archive.Settings;
        var years = Numbers.Span([.. archive.Reports.Select(report => report.Year).OfType<int>()]);
        var agencies = archive.Agencies.Count(agency => !agency.IsUnidentified);
        var reports = archive.Agencies.Sum(agency => agency.Current.Count());
        string Link(string path) => $"[{path}]({(settings.BaseUrl.Length > 0 ? settings.BaseUrl + "/" : "")}{Routes.Link("", path)})";

        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');
        Line($"# {Plain(settings.Title)}");
        Line();
        Line("> 政府信息公开工作年度报告的档案：报告原文、逐格数字、勾稽关系的核对结果，都可以追溯到存档的原件。本站不是政府网站，内容由报告的原件整理而成。");
        Line();
        if (settings.Description.Length > 0)
            Line(Plain(settings.Description) + "\n");
        if (settings.Notice.Length > 0)
            Line($"**{Plain(settings.Notice)}**\n");
        Line($"现有 {agencies} 个机关的 {reports} 份报告{(years.Length > 0 ? $"，{years}年度" : "")}。文件都是 UTF-8。");
        Line();
        Line("## 数据");
        Line();
        Line($"- {Link(TableFiles.PathOf(DataTables.Reports))}：一行一份报告，网页与原件的路径在 page、file 两列");
        Line("- `data/figures/年度.csv`：一行一个数字，有原文（raw）、状态（state）、在原件中的位置（location）");
        Line("- `data/requests.csv`、`data/proactive.csv`、`data/disputes.csv`：按格式排列的统计表，一行一份报告的一个事项；全部表格合成一个文件：`data/archive.sqlite`、`data/archive.xlsx`、`data/archive.zip`");
        Line($"- {Link(TableFiles.PathOf(DataTables.Checks))}：一行一条勾稽关系：passed 成立、failed 不成立、not_assessable 无法核对");
        Line($"- {Link(Routes.FormsData)}：各版格式的表、行、列和勾稽关系，中英文");
        Line($"- {Link(Routes.DataPackage)}：各列的含义与校验值");
        Line("- `agencies/机关/年度.json`：一份报告的全部内容；`agencies/机关/年度/文件名`：存档的原件");
        if (NewsFeed.Exists(archive.Reports))
            Line($"- {Link(Routes.Atom(""))}、{Link(Routes.JsonFeed(""))}：新增和改动的报告");
        if (ChangeFeed.Exists(archive))
            Line($"- {Link(Routes.ChangeFeed)}：报告的新增、修订、更正、撤回和改名");
        Line();
        Line("## 状态：没有数字不等于 0");
        Line();
        Line("- reported：报告写着一个数字，数值在 value");
        Line("- blank：有这一格，空着");
        Line("- not_applicable：写着“/”“—”“无”一类");
        Line("- unreadable：写着的内容不能确定是哪个数");
        Line("- missing：报告没有这一格");
        Line();
        Line("后四种没有数值，不得当作 0，不得估算。`location` 指明数字在原件中的位置；`correction` 是另行声明的更正，原文仍在 `raw`。勾稽关系不成立，不等于造假：原因可能是笔误、机构合并或读取有误。");
        Line();
        Line("## 引用");
        Line();
        Line("引用数字时请写明：机关、年度、报告标题、该报告网页的地址、原件的 SHA-256（`reports.csv` 的 sha256）。每份报告的网页上有 GB/T 7714、BibTeX、CSL-JSON 三种写法；网页地址后加 `#` 和单元格名称，如 `#requests.received.total`，就指向那一格。");
        if (settings.Licence.Length > 0)
            Line($"\n许可：{Plain(settings.Licence)}");
        Line();
        Line("## In English");
        Line();
        Line("An archive of the annual reports that Chinese government bodies publish on the disclosure of government information: the reports as published, every figure cell by cell, and whether the sums in them hold, all traceable to the archived original. This is not a government site.");
        Line();
        Line($"It holds {reports} reports of {agencies} bodies{(years.Length > 0 ? $" for {years}" : "")}. Data: `data/reports.csv` (a report a line), `data/figures/<year>.csv` (a figure a line, with its raw text, state and place in the original), `data/checks.csv` (relations that were checked), `data/forms.json` (the statutory forms in both languages), `agencies/<agency>/<year>.json` (all of a report).");
        Line();
        Line("States: `reported` has a number; `blank`, `not_applicable`, `unreadable` and `missing` have none, which is never zero and not to be estimated. A relation that fails is no proof of a false report: slips, merged bodies and reading errors are as likely.");
        Line();
        Line("To cite a figure, name the body, the year, the report's title, the address of its page here (with `#` and the cell's name, such as `#requests.received.total`) and the SHA-256 of the original.");
        return text.ToString();
    }

    /// <summary>A text of the settings on one line, without what Markdown would take for more than text.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal);
}
