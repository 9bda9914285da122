namespace DisclosureArchive.Fuzzing.Mutators;

/// <summary>What gets into files without being part of the report.</summary>
internal static class Noises
{
    /// <summary>Characters, and a few sequences, that mean something to some reader.</summary>
    public static readonly string[] Characters =
    [
        .. "0159０①²*※一二三其他总计不予公开合小年月日的 ,，.。、;:：/\\-—()（）[]【】\t|│┃─+#>_`~=&;<\"'!?%$@{}^".Select(c => c.ToString()),
        "\n", "\n\n", "\r", "\u3000", "\u00A0", "\u200B", "\u202E", "\uFEFF", "\0", "\uFFFD", "😀", "--", "||", "\t\t", "  ", "<br>", "</td>", "[1]", "注1",
    ];

    /// <summary>Lines that a converter or a page leaves between others.</summary>
    public static readonly string[] Lines =
    [
        "", "　", "- 3 -", "—3—", "第 3 页 共 9 页", "3", "政府信息公开工作年度报告", "（续表）", "单位：件", "注：以上数据由各科室提供。", "本页无正文。", "---", "====", "|", "\t", "[image: image1.png]",
        "三、收到和处理政府信息公开申请情况", "打印 关闭", "2022年1月25日", "<p></p>", "```", "不予公开小计", "合计",
    ];

    /// <summary>Marks of footnotes, which are no part of the figure or label that they stand beside.</summary>
    public static readonly string[] FootnoteMarks = ["①", "②", "*", "※", "¹", "²", "[1]", "（1）", "(注)", "注1", "†"];

    /// <summary>Texts that stand in a figure's cell and are no figure.</summary>
    public static readonly string[] NoFigures = ["", "/", "—", "无", "0 0", "约5", "1,23", "1.2.3", "见附件", "O", "　", "1 2", "一", "12/13", "3-4"];
}
