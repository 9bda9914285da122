namespace DisclosureArchive.Generator.Tests;

/// <summary>Reports in Markdown that are whole as far as tables 三 and 四 go, with figures to choose.</summary>
internal static class ReportText
{
    private static readonly string[] Outcomes =
    [
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息",
        "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "1.信访举报投诉类申请",
        "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
    ];

    /// <summary>All applicants are natural persons, all that is concluded is granted.</summary>
    public static string Of(string agency, int year, int received, int carriedIn, int carriedOut)
    {
        static string Row(string label, int number) => $"| {label} | {number} | 0 | 0 | 0 | 0 | 0 | {number} |\n";
        var concluded = received + carriedIn - carriedOut;
        return $"# {agency}{year}年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n"
            + "| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"
            + Row("一、本年新收政府信息公开申请数量", received) + Row("二、上年结转政府信息公开申请数量", carriedIn) + Row("（一）予以公开", concluded)
            + string.Concat(Outcomes.Select(label => Row(label, 0))) + Row("（七）总计", concluded) + Row("四、结转下年度继续办理", carriedOut)
            + $"\n{agency}\n\n{year + 1}年1月20日\n";
    }
}
