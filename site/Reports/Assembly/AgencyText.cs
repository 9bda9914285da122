using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Tells whether words are the name of a government body.</summary>
internal static class AgencyText
{
    private const int Longest = 40;

    private static readonly string[] Ends =
    [
        "局", "委员会", "委", "办公室", "办", "人民政府", "政府", "厅", "院", "中心", "站", "所", "队", "处", "署", "会", "社", "银行", "馆", "学校", "中学", "小学", "幼儿园", "学院", "大学",
        "医院", "集团", "公司", "部", "台", "管委会", "分局", "总局", "支队", "大队", "总队", "办事处", "园区", "开发区", "管理区", "室", "联社", "指挥部", "监狱", "海关", "林场", "农场", "水库",
    ];

    /// <summary>Regions that stand for their government in a title: 淮安市2024年政府信息公开工作年度报告.</summary>
    private static readonly string[] RegionEnds = ["省", "市", "县", "区", "旗", "自治州", "州", "盟", "镇", "乡", "街道"];

    private const string RegionMarks = "省市县区旗州盟镇乡";

    private static readonly HashSet<string> Departments =
    [
        "民政", "教育", "教育体育", "教育和体育", "体育", "财政", "公安", "司法", "审计", "统计", "水利", "水务", "农业", "农业农村", "林业", "林业和草原", "商务", "文化", "文化和旅游", "文化广电旅游", "文化广电和旅游", "文化体育",
        "卫生", "卫生和计划生育", "卫生健康", "卫健", "人力资源和社会保障", "人社", "自然资源", "自然资源和规划", "国土资源", "规划", "城乡规划", "住房和城乡建设", "住建", "交通", "交通运输", "环境保护", "生态环境", "应急管理", "安全生产监督管理",
        "市场监督管理", "市场监管", "工商", "工商行政管理", "食品药品监督管理", "质量技术监督", "发展和改革", "发展改革", "发改", "工业和信息化", "科学技术", "科技", "经济和信息化", "医疗保障", "医保", "退役军人事务", "信访", "城市管理", "综合行政执法", "城市管理综合行政执法",
        "行政审批", "行政审批服务", "政务服务", "政务服务管理", "政务服务数据管理", "大数据", "乡村振兴", "扶贫", "粮食", "粮食和物资储备", "气象", "地震", "档案", "供销", "税务", "国家税务", "地方税务", "畜牧", "公路", "园林", "房产", "房地产", "物价", "招商",
    ];

    private static readonly string[] NoNames = ["我局", "本局", "我委", "我办", "我镇", "我县", "我区", "我市", "我院", "我厅", "我乡", "本机关", "本单位", "局机关", "我单位", "我街道", "本级", "各部门", "各乡", "有关", "负责", "相关"];

    private static readonly string[] NoParts = ["报告", "公开", "关于", "根据", "按照", "通知", "附件", "情况", "要求", "联系", "地址", "电话", "编制", "网站"];

    /// <summary>Whether squeezed text is an agency's name, in full or as it is called within its region.</summary>
    public static bool IsName(string squeezed) =>
        squeezed.Length is >= 3 and <= Longest
        && squeezed.All(c => TextFolding.IsHan(c) || c is '(' or ')' or '·' or '、')
        && Ends.Any(end => WithoutNote(squeezed).EndsWith(end, StringComparison.Ordinal) && WithoutNote(squeezed).Length > end.Length)
        && !NoNames.Any(no => squeezed.StartsWith(no, StringComparison.Ordinal))
        && !NoParts.Any(no => squeezed.Contains(no, StringComparison.Ordinal));

    /// <summary>Whether squeezed text is a name that tells its region, as in 示例县民政局: a department's bare name is the same everywhere.</summary>
    public static bool IsFullName(string squeezed) => IsName(squeezed) && !LacksRegion(squeezed) && HasRegion(squeezed);

    /// <summary>The name in full: 青山镇政府 is 青山镇人民政府.</summary>
    public static string InFull(string name) =>
        name.EndsWith("政府", StringComparison.Ordinal) && name.Length > 3 && RegionMarks.Contains(name[^3]) ? name[..^2] + "人民政府" : name;

    /// <summary>The body whose inner office a name is: 示例县民政局 of 示例县民政局办公室. A government's office is a body of its own, and so is a party committee's.</summary>
    public static string WithoutOffice(string name)
    {
        foreach (var end in (ReadOnlySpan<string>)["局", "厅", "镇人民政府", "乡人民政府", "街道办事处"])
        {
            var last = name.LastIndexOf(end, StringComparison.Ordinal);
            if (last <= 0)
                continue;
            var body = name[..(last + end.Length)];
            while (body.EndsWith(end + end, StringComparison.Ordinal))
                body = body[..^end.Length];
            if (name.Length > last + end.Length && IsName(body))
                return body;
        }

        var inner = name.LastIndexOf("委办公室", StringComparison.Ordinal);
        return inner > 2 && Departments.Any(department => name[..inner].EndsWith(department, StringComparison.Ordinal)) ? name[..(inner + 1)] : name;
    }

    private static bool HasRegion(string name) =>
        name.StartsWith("国家", StringComparison.Ordinal) || name.AsSpan(1).IndexOfAny(RegionMarks) >= 0 || name.Contains("街道", StringComparison.Ordinal);

    /// <summary>Whether two names differ only in how much of the region the longer one tells: 浑江区民政局, 白山市浑江区民政局.</summary>
    public static bool IsFuller(string longer, string name)
    {
        var (a, b) = (Committee(longer), Committee(name));
        return a.Length > b.Length && a.EndsWith(b, StringComparison.Ordinal);
    }

    private static string Committee(string name) => name.EndsWith("委员会", StringComparison.Ordinal) ? name[..^2] : name;

    /// <summary>县民政局, 镇人民政府: named within its region only. 市中区 and the like are regions of that name.</summary>
    public static bool LacksRegion(string name) => name[0] switch
    {
        '省' or '县' or '区' or '局' or '厅' or '委' or '办' => true,
        '市' => name[1] is not ('中' or '南' or '北') || name[2] != '区',
        '镇' or '乡' or '州' or '旗' => name[1..] is "政府" or "人民政府",
        _ => IsDepartment(name),
    };

    /// <summary>民政局, 卫生健康委员会: a department that every region has.</summary>
    private static bool IsDepartment(string name)
    {
        foreach (var end in (ReadOnlySpan<string>)["局", "委员会", "委", "厅"])
            if (name.EndsWith(end, StringComparison.Ordinal) && Departments.Contains(name[..^end.Length]))
                return true;
        return false;
    }

    /// <summary>The name without another name in brackets behind it: 发展和改革局(粮食和物资储备局).</summary>
    private static string WithoutNote(string name)
    {
        var open = name.EndsWith(')') ? name.LastIndexOf('(') : -1;
        return open > 0 ? name[..open] : name;
    }

    /// <summary>Whether squeezed text names a region only.</summary>
    public static bool IsRegion(string squeezed) =>
        squeezed.Length is >= 2 and <= 20 && squeezed.All(TextFolding.IsHan) && RegionEnds.Any(end => squeezed.Length > end.Length && squeezed.EndsWith(end, StringComparison.Ordinal))
        && !NoNames.Any(no => squeezed.StartsWith(no, StringComparison.Ordinal)) && !NoParts.Any(no => squeezed.Contains(no, StringComparison.Ordinal));

    /// <summary>The government of a region: 淮安市人民政府, 青山镇人民政府, 滨河街道办事处.</summary>
    public static string GovernmentOf(string region) => region + (region.EndsWith("街道", StringComparison.Ordinal) ? "办事处" : "人民政府");
}
