using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Tells whether words are the name of a government body.</summary>
internal static class AgencyText
{
    private const int Longest = 40;

    private static readonly string[] Ends =
    [
        "局", "委员会", "委", "办公室", "办", "人民政府", "政府", "厅", "院", "中心", "站", "所", "队", "处", "署", "会", "社", "银行", "馆", "学校", "中学", "小学", "幼儿园", "学院", "大学",
        "医院", "集团", "公司", "街道", "镇", "乡", "部", "台", "管委会", "分局", "总局", "支队", "大队", "总队", "办事处", "园区", "开发区", "管理区", "室", "联社", "指挥部", "监狱", "海关", "林场", "农场", "水库",
    ];

    /// <summary>Regions that stand for their government in a title: 淮安市2024年政府信息公开工作年度报告.</summary>
    private static readonly string[] RegionEnds = ["省", "市", "县", "区", "旗", "自治州", "州", "盟"];

    private static readonly string[] NoNames = ["我局", "本局", "我委", "我办", "我镇", "我县", "我区", "我市", "我院", "我厅", "我乡", "本机关", "本单位", "局机关", "我单位", "我街道", "本级", "各部门", "各乡", "有关", "负责", "相关"];

    private static readonly string[] NoParts = ["报告", "公开", "关于", "根据", "按照", "通知", "附件", "情况", "要求", "联系", "地址", "电话", "编制"];

    /// <summary>Whether squeezed text is an agency's full name.</summary>
    public static bool IsName(string squeezed) =>
        squeezed.Length is >= 3 and <= Longest
        && squeezed.All(c => TextFolding.IsHan(c) || c is '(' or ')' or '·' or '、')
        && Ends.Any(end => WithoutNote(squeezed).EndsWith(end, StringComparison.Ordinal) && WithoutNote(squeezed).Length > end.Length)
        && !NoNames.Any(no => squeezed.StartsWith(no, StringComparison.Ordinal))
        && !NoParts.Any(no => squeezed.Contains(no, StringComparison.Ordinal));

    /// <summary>The name without another name in brackets behind it: 发展和改革局(粮食和物资储备局).</summary>
    private static string WithoutNote(string name)
    {
        var open = name.EndsWith(')') ? name.LastIndexOf('(') : -1;
        return open > 0 ? name[..open] : name;
    }

    /// <summary>Whether squeezed text names a region only.</summary>
    public static bool IsRegion(string squeezed) =>
        squeezed.Length is >= 2 and <= 20 && squeezed.All(TextFolding.IsHan) && RegionEnds.Any(end => squeezed.EndsWith(end, StringComparison.Ordinal))
        && !NoNames.Any(no => squeezed.StartsWith(no, StringComparison.Ordinal));
}
