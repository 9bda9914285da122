namespace DisclosureArchive.Generator.Archive;

/// <summary>
/// By when an annual report has to be published. The Regulations of 2019 (中华人民共和国政府信息公开条例, 国务院令第711号, in force since 2019-05-15) demand
/// in 第四十九条 that departments of governments at county level and above publish theirs by 31 January, and that the office in charge publishes that of
/// the government by 31 March of the following year. The Regulations of 2008 (国务院令第492号, 第三十一条) demanded 31 March of all administrative
/// organs; they held for the reports for 2008 to 2018. Townships and street offices are not named in 第四十九条: since then they have no date of their own.
/// </summary>
public static class Deadline
{
    /// <summary>The first year that had to be reported on: the Regulations of 2008 are in force since 2008-05-01.</summary>
    public const int FirstYear = 2008;

    /// <summary>The first year whose report fell under the Regulations of 2019: that for 2018 was due before they came into force.</summary>
    public const int FirstYearOf2019 = 2019;

    /// <summary>The last day on which the report for a year is in time; null if no article names one for such a body, or if it can't be told what the body is.</summary>
    public static DateOnly? Of(AgencyRank rank, int year) => (rank, year) switch
    {
        (AgencyRank.Unknown or AgencyRank.NotAnOrgan, _) or (_, < FirstYear or >= 9999) => null,
        (_, < FirstYearOf2019) or (AgencyRank.Government, _) => new DateOnly(year + 1, 3, 31),
        (AgencyRank.Department, _) => new DateOnly(year + 1, 1, 31),
        _ => null,
    };
}
