namespace DisclosureArchive.Generator.Archive;

/// <summary>What a body is, as far as the date of its annual report depends on it.</summary>
public enum AgencyRank
{
    /// <summary>It can't be told.</summary>
    Unknown,

    /// <summary>A people's government at county level or above.</summary>
    Government,

    /// <summary>A department of such a government, or another body that serves it: 部门, 直属机构, 派出机构.</summary>
    Department,

    /// <summary>A township's people's government or a street office: 乡镇人民政府, 街道办事处.</summary>
    Township,

    /// <summary>Not an administrative organ: a public enterprise or institution such as a school, hospital or water company, or a village committee.</summary>
    NotAnOrgan,
}

/// <summary>Tells what a body is: by the <c>kind</c> that the register gives, else by its name. What neither says plainly is not guessed.</summary>
public static class AgencyRanks
{
    private static readonly string[] Townships = ["乡", "镇", "街道", "苏木"];
    private static readonly string[] Others = ["企业", "企事业", "学校", "高校", "医院", "村委", "居委", "社区"];
    private static readonly string[] Departments = ["部门", "机构", "局", "厅", "办公室", "委办"];

    public static AgencyRank Of(AgencyEntry agency) => agency.IsUnidentified ? AgencyRank.Unknown : Of(agency.Register?.Kind ?? "", agency.Name);

    /// <param name="kind">As the register has it: 县政府, 部门, 乡镇 …; may be empty.</param>
    /// <param name="name">Full name.</param>
    public static AgencyRank Of(string kind, string name)
    {
        var byName = OfName(name);
        if (Others.Any(kind.Contains))
            return AgencyRank.NotAnOrgan;
        if (Townships.Any(kind.Contains))
            return AgencyRank.Township;
        if (kind.EndsWith("政府", StringComparison.Ordinal))
            return byName == AgencyRank.Township ? AgencyRank.Township : AgencyRank.Government;

        // 派出机关 of a government: street offices, but prefectures (行政公署) as well.
        return Departments.Any(kind.Contains) ? AgencyRank.Department : byName;
    }

    private static AgencyRank OfName(string name)
    {
        if (name.StartsWith("中共", StringComparison.Ordinal) || name.StartsWith("中国共产党", StringComparison.Ordinal))
            return AgencyRank.Unknown;
        if (name.EndsWith("街道办事处", StringComparison.Ordinal))
            return AgencyRank.Township;
        const string government = "人民政府";
        if (name.EndsWith(government, StringComparison.Ordinal))
            return Townships.Any(name[..^government.Length].EndsWith) ? AgencyRank.Township : AgencyRank.Government;
        if (name.EndsWith("委员会", StringComparison.Ordinal))
            // 管理委员会 of a zone, 村民委员会 and 常务委员会 are no departments.
            return ((string[])["管理", "村民", "居民", "常务"]).Any(name[..^3].EndsWith) && !name.EndsWith("监督管理委员会", StringComparison.Ordinal)
                ? AgencyRank.Unknown
                : AgencyRank.Department;
        return ((string[])["局", "厅", "办公室", "委", "审计署"]).Any(name.EndsWith) ? AgencyRank.Department : AgencyRank.Unknown;
    }
}
