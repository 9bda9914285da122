using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Synthesis;

/// <summary>
/// Writes the sections of a report in sentences of our own. What they say of requests, reviews and lawsuits agrees with
/// the figures.
/// </summary>
internal static class ProseSynthesis
{
    private static readonly string[] Management =
    [
        "公文起草时同步确定公开属性，办公室在印发前复核一遍，全年退回补填{0}件。",
        "对{0}件历年文件的有效性做了清理，结果随目录一并更新。",
        "信息发布实行起草、审核、签发三道手续，每条信息都能查到经办人。",
        "重新编排了公开指南和公开目录，删去重复栏目{0}个。",
        "保密审查与内容校对分开进行，没有发生泄密或者重大差错。",
    ];

    private static readonly string[] Platform =
    [
        "县政府门户网站仍是第一发布平台，专栏全年更新{0}次。",
        "公众号推送{0}期，多用图表和问答，少用长文。",
        "在办事大厅设了查阅点，备有电脑一台、目录两册，接待查阅{0}人次。",
        "把分散在几个栏目的内容归到一处，按事项而不是按科室排列。",
        "网站改版期间旧链接全部保留，未出现打不开的页面。",
    ];

    private static readonly string[] Supervision =
    [
        "公开工作列入年度考核，占{0}分；没有因此追究责任的情况。",
        "组织业务培训{0}次，新上岗人员全部参加。",
        "请{0}名群众代表对栏目提意见，逐条作了回应。",
        "每季度抽查一次，发现的问题当月改正。",
    ];

    private static readonly string[] Problems =
    [
        "个别栏目更新偏慢，有的信息形成一个月后才发布",
        "政策解读多是文字，群众反映不够好懂",
        "经办人员变动较多，对答复时限掌握不够熟练",
        "下属单位报送的材料格式不一，整理费时",
        "历史文件电子化程度低，检索不便",
        "网上征求意见时收到的反馈偏少",
    ];

    private static readonly string[] Improvements =
    [
        "明确每个栏目的更新周期，到期自动提醒",
        "重要政策出台时同步配发问答和图解",
        "编一本答复文书范本，新人随岗学习",
        "统一报送表格，减少来回修改",
        "分两年完成旧文件扫描和著录",
        "把征求意见的公告贴到村（社区）公示栏",
    ];

    public static ImmutableArray<SyntheticSection> Make(
        string agency, int year, FormEdition edition, ImmutableDictionary<CellName, decimal> figures, SplitMix random)
    {
        var subject = Subject.Of(agency);
        return edition.Id == "form-2008"
            ? Make2008(agency, year, figures, subject, random)
            : MakeLater(agency, year, figures, subject, random);
    }

    private static ImmutableArray<SyntheticSection> MakeLater(
        string agency, int year, ImmutableDictionary<CellName, decimal> figures, Subject subject, SplitMix random)
    {
        decimal Requests(string row) => figures[new CellName("requests", row, "total")];
        decimal Disputes(string row) => figures[new CellName("disputes", row, "total")];
        var received = Requests("received");
        string requests = received + Requests("carried_in") == 0
            ? $"{year}年没有收到政府信息公开申请，也没有上年结转的申请。"
            : $"{year}年新收政府信息公开申请{received}件，上年结转{Requests("carried_in")}件；办结{Requests("concluded")}件，"
                + $"结转下年度{Requests("carried_out")}件。" + (received > 0 ? $"申请人关心较多的是{random.Pick(subject.Asked)}。" : "");
        var reviews = Disputes("review");
        var lawsuits = Disputes("litigation_direct") + Disputes("litigation_after_review");
        var disputes = reviews + lawsuits == 0
            ? "没有因政府信息公开引起的行政复议和行政诉讼。"
            : $"因政府信息公开引起的行政复议{reviews}件、行政诉讼{lawsuits}件。";
        return
        [
            new("", [Opening(agency, year, subject, random)]),
            new("一、总体情况",
            [
                "（一）主动公开。" + Proactive(subject, random),
                "（二）依申请公开。" + requests,
                "（三）政府信息管理。" + Fill(random.Pick(Management), random),
                "（四）平台建设。" + Fill(random.Pick(Platform), random),
                "（五）监督保障。" + Fill(random.Pick(Supervision), random) + disputes,
            ]),
            new("二、主动公开政府信息情况", [], "proactive"),
            new("三、收到和处理政府信息公开申请情况", [], "requests"),
            new("四、政府信息公开行政复议、行政诉讼情况", [], "disputes"),
            new("五、存在的主要问题及改进情况", Shortcomings(subject, random)),
            new("六、其他需要报告的事项",
                [random.Pick(["本年度没有收取信息处理费。", "无其他需要报告的事项。", "依照《政府信息公开信息处理费管理办法》，本年度未产生信息处理费。"])]),
        ];
    }

    private static ImmutableArray<SyntheticSection> Make2008(
        string agency, int year, ImmutableDictionary<CellName, decimal> figures, Subject subject, SplitMix random)
    {
        decimal Sheet(string row) => figures.GetValueOrDefault(new CellName("statistics_2008", row, "value"));
        var received = Sheet("依申请公开情况/收到申请数");
        var reviews = Sheet("行政复议数量");
        var lawsuits = Sheet("行政诉讼数量");
        var sections = ImmutableArray.Create<SyntheticSection>(
            new("", [Opening(agency, year, subject, random)]),
            new("一、概述", [Fill(random.Pick(Management), random), Fill(random.Pick(Supervision), random)]),
            new("二、主动公开政府信息情况", [Proactive(subject, random), Fill(random.Pick(Platform), random)]),
            new("三、依申请公开政府信息情况",
                [received == 0 ? "本年度没有收到政府信息公开申请。" : $"本年度收到政府信息公开申请{received}件，主要涉及{random.Pick(subject.Asked)}，均已答复。"]),
            new("四、政府信息公开的收费及减免情况", [random.Pick(["本年度未收取任何费用。", $"{subject.Self}提供政府信息不收费，复印费也予免除。"])]),
            new("五、因政府信息公开申请行政复议、提起行政诉讼情况",
                [reviews + lawsuits == 0 ? "没有发生行政复议和行政诉讼。" : $"发生行政复议{reviews}件，行政诉讼{lawsuits}件。"]),
            new("六、存在的主要问题及改进情况", Shortcomings(subject, random)));
        return figures.IsEmpty ? sections : sections.Add(new("附表：政府信息公开情况统计表", [], "statistics_2008"));
    }

    private static string Opening(string agency, int year, Subject subject, SplitMix random) => random.Pick(
    [
        $"本报告依照《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为{year}年1月1日至12月31日。",
        $"现公布{subject.Self}{year}年政府信息公开工作年度报告，欢迎公众监督。对报告有疑问的，可与办公室联系（电话：0000-{random.Between(2000000, 8999999)}）。",
        $"{year}年，{subject.Self}把公开作为日常工作的一道程序来做。现将全年情况报告如下，数据截至12月31日。",
        $"按照政府信息公开条例的要求，{agency}向社会公布{year}年度报告。报告由概况、统计数据和问题改进三个方面组成。",
    ]);

    private static string Proactive(Subject subject, SplitMix random)
    {
        var topics = random.PickSome(subject.Topics, 3);
        var counts = topics.ConvertAll(_ => random.Between(3, 90));
        var rest = random.Between(5, 60);
        return random.Pick(
        [
            $"全年主动公开信息{counts.Sum() + rest}条，其中{topics[0]}{counts[0]}条、{topics[1]}{counts[1]}条、{topics[2]}{counts[2]}条，其余{rest}条。",
            $"围绕{topics[0]}、{topics[1]}和{topics[2]}发布信息{counts.Sum()}条，回复网民留言{rest}条。",
            $"{topics[0]}方面公开{counts[0]}条，比上年更细；{topics[1]}首次按月公布，共{counts[1]}条；{topics[2]}公开{counts[2]}条。",
        ]);
    }

    private static ImmutableArray<string> Shortcomings(Subject subject, SplitMix random)
    {
        var problems = random.PickSome(Problems, 2);
        var improvements = random.PickSome(Improvements, 2);
        return random.OneIn(2)
            ? [$"存在的主要问题：一是{problems[0]}；二是{problems[1]}。", $"改进情况：一是{improvements[0]}；二是{improvements[1]}。"]
            : [$"回头看，{subject.Self}的公开工作还有不足：{problems[0]}，{problems[1]}。下一步，{improvements[0]}，{improvements[1]}。"];
    }

    private static string Fill(string sentence, SplitMix random) =>
        sentence.Replace("{0}", random.Between(2, 12).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
