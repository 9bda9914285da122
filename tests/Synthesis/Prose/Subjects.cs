using System.Collections.Immutable;

namespace DisclosureArchive.Synthesis;

/// <summary>What a kind of body writes about.</summary>
/// <param name="Ending">How the names of such bodies end.</param>
/// <param name="Self">How such a body calls itself.</param>
/// <param name="Topics">Matters that it publishes information on.</param>
/// <param name="Asked">Matters that people ask it about.</param>
internal sealed record Subject(string Ending, string Self, ImmutableArray<string> Topics, ImmutableArray<string> Asked)
{
    private static readonly Subject General = new("", "本机关",
        ["机构职能", "财政预决算", "人事任免", "政策文件", "工作动态"], ["历史文件", "项目审批", "经费使用"]);

    private static readonly ImmutableArray<Subject> All =
    [
        new("人民政府", "本机关",
            ["重大项目建设", "财政预决算", "政府常务会议", "营商环境", "民生实事", "政策解读"], ["征地补偿", "历史档案", "拆迁安置方案"]),
        new("镇人民政府", "我镇",
            ["村级财务", "惠农补贴", "农村低保", "人居环境整治", "防汛抗旱", "宅基地审批"], ["土地流转合同", "危房改造名单", "修路工程款"]),
        new("乡人民政府", "我乡",
            ["村级财务", "惠农补贴", "农村低保", "道路硬化", "饮水安全"], ["林权登记", "危房改造名单", "补贴发放明细"]),
        new("街道办事处", "本街道",
            ["社区服务", "老旧小区改造", "城市管理", "就业帮扶", "垃圾分类"], ["加装电梯方案", "物业备案材料", "停车位规划"]),
        new("民政局", "我局",
            ["城乡低保", "特困供养", "养老服务", "社会组织登记", "殡葬服务", "高龄津贴"], ["低保审批材料", "社会组织章程", "地名更名依据"]),
        new("教育局", "我局",
            ["义务教育招生", "学校经费", "教师招聘", "校园安全", "学生资助", "民办学校年检"], ["学区划分依据", "教师编制", "食堂招标结果"]),
        new("教育体育局", "我局",
            ["义务教育招生", "学校经费", "体育场馆开放", "教师招聘", "学生资助"], ["学区划分依据", "中考加分名单"]),
        new("卫生健康局", "我局",
            ["疫苗接种", "医疗机构校验", "卫生监督", "家庭医生签约", "职业病防治", "托育服务"], ["医疗事故鉴定", "诊所许可材料", "职业健康检查"]),
        new("自然资源局", "我局",
            ["国土空间规划", "土地出让", "不动产登记", "矿产资源", "地质灾害防治", "征地公告"], ["征地批文", "宅基地权属", "规划条件", "土地出让合同"]),
        new("市场监督管理局", "我局",
            ["食品安全抽检", "企业年报", "价格监管", "特种设备检查", "消费维权", "双随机抽查"], ["企业档案", "投诉处理结果", "抽检报告"]),
        new("财政局", "我局",
            ["政府预算", "政府决算", "政府采购", "专项资金", "政府债务"], ["专项资金分配", "采购评审记录"]),
        new("农业农村局", "我局",
            ["惠农补贴", "高标准农田", "动物防疫", "农机购置补贴", "种业监管"], ["农田项目验收", "补贴发放名单"]),
        new("水利局", "我局",
            ["河湖长制", "水库安全", "取水许可", "农村供水", "水旱灾害防御"], ["水库移民名单", "采砂许可"]),
        new("交通运输局", "我局",
            ["公路养护", "道路客运", "超限治理", "农村公路"], ["公路工程招标", "客运班线许可"]),
        new("住房和城乡建设局", "我局",
            ["保障性住房", "工程质量监督", "物业管理", "燃气安全"], ["房屋征收决定", "竣工验收备案", "维修资金使用"]),
        new("人力资源和社会保障局", "我局",
            ["就业服务", "社会保险", "职业培训", "劳动监察", "事业单位招聘"], ["招聘成绩", "工伤认定材料"]),
        new("林业局", "我局",
            ["森林防火", "造林绿化", "野生动植物保护", "林权管理"], ["林地征占批复", "公益林补偿"]),
        new("统计局", "我局", ["统计公报", "人口普查", "企业一套表", "居民收入调查"], ["分乡镇统计数据"]),
    ];

    /// <summary>The subject whose ending is the longest that fits the body's name.</summary>
    public static Subject Of(string agency) =>
        All.Where(subject => agency.EndsWith(subject.Ending, StringComparison.Ordinal)).MaxBy(subject => subject.Ending.Length) ?? General;
}
