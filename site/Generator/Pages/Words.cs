using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>The Chinese words for what the domain only names.</summary>
public static class Words
{
    /// <summary>The marks of all states, with class and meaning.</summary>
    public static readonly IReadOnlyDictionary<FigureState, LegendEntry> States = new Dictionary<FigureState, LegendEntry>
    {
        [FigureState.Blank] = new("blank", "空白", "原表有这一格，但没有填；空白不等于 0"),
        [FigureState.NotApplicable] = new("not-applicable", "不适用", "原表填的是“/”“—”“无”一类，照原样显示；不等于 0"),
        [FigureState.Unreadable] = new("unreadable", "无法辨认", "原表的内容不能确定是哪个数，引号里是原文"),
        [FigureState.Missing] = new("missing", "缺", "格式要求有这一格，报告没有"),
    };

    /// <summary>The mark of a cell that a transcription leaves out.</summary>
    private static readonly LegendEntry NotTranscribed = new("missing", "未抄录", "这一格没有抄录；原件有没有，请看原件");

    /// <summary>The mark of a corrected figure.</summary>
    public static readonly LegendEntry Corrected = new("corrected", "更正", "划去的是原文，后面是更正的数，理由写在表下");

    /// <summary>The mark of a state.</summary>
    /// <param name="isTranscribed">Whether the report's figures were transcribed.</param>
    public static LegendEntry State(FigureState state, bool isTranscribed) =>
        isTranscribed && state == FigureState.Missing ? NotTranscribed : States[state];

    /// <summary>The mark of a figure of which another file of the same report says something else.</summary>
    public static readonly LegendEntry Disputed = new("disputed", "另一份", "同一份报告的另一份文件写的与此不同；没有采用");

    public static string Of(FigureState state) => States.TryGetValue(state, out var words) ? words.Word : "数字";

    public static string Of(FactSource source) => source switch
    {
        FactSource.Sidecar => "据说明文件",
        FactSource.Register => "据机关名录",
        FactSource.Title => "据报告标题",
        FactSource.Signature => "据落款",
        FactSource.Metadata => "据网页信息",
        FactSource.Text => "据正文",
        _ => "据文件名",
    };

    public static string Of(DocumentFormat format) => format switch
    {
        DocumentFormat.PlainText => "纯文本",
        DocumentFormat.Markdown => "Markdown",
        DocumentFormat.Html => "网页",
        DocumentFormat.Docx => "Word 文档",
        DocumentFormat.Pdf => "PDF",
        DocumentFormat.Xlsx => "Excel 表格",
        DocumentFormat.Csv => "CSV 数据",
        DocumentFormat.Mhtml => "单文件网页",
        DocumentFormat.Doc => "Word 97–2003 文档",
        DocumentFormat.Rtf => "RTF 文档",
        DocumentFormat.Odt => "OpenDocument 文档",
        _ => "尚不能读取的格式",
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "提醒",
        _ => "说明",
    };

    public static string Of(FindingStatus status) => status switch
    {
        FindingStatus.Passed => "成立",
        FindingStatus.Failed => "不成立",
        _ => "无法核对",
    };

    /// <summary>The class of a severity in the style sheet.</summary>
    public static string Class(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    public static string Year(ReportEntry report) => report.Year is { } year ? $"{year}年" : "年度未定";

    /// <summary>The name of its source file.</summary>
    public static string FileName(ReportEntry report) => FileName(report.Source);

    /// <summary>The name of a file.</summary>
    public static string FileName(SourceInfo source) => source.Path[(source.Path.LastIndexOf('/') + 1)..];

    /// <summary>Container, size and encoding of a file.</summary>
    public static string Facts(SourceInfo source) =>
        $"{Of(source.Format)}，{source.Size} 字节{(source.Encoding is { } encoding ? $"，{encoding}" : "")}";

    /// <summary>The short name of an edition: 2021版; 未读出 where nothing of the report could be read.</summary>
    public static string Edition(FormEdition? edition) => edition is null ? "未读出" : edition.Id["form-".Length..] + "版";

    /// <summary>The same for a report, and whether its figures were transcribed: 2019版，抄录.</summary>
    public static string Edition(ReportEntry report) => Edition(report.Edition) + (report.TranscribedBy is null ? "" : "，抄录");

    /// <summary>The name of an earlier revision: its date, else the first digits of its checksum.</summary>
    public static string Revision(ReportEntry report) =>
        report.Published is { } date ? $"{Numbers.Date(date)} 版" : $"{report.Source.Sha256[..8]} 版";
}
