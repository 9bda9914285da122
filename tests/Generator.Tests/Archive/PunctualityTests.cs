using System.Globalization;
using DisclosureArchive.Generator.Archive;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Archive;

/// <summary>By when a report is due, and whether it came by then.</summary>
public sealed class PunctualityTests
{
    [Theory]
    [InlineData("县政府", "示例县人民政府", AgencyRank.Government)]
    [InlineData("部门", "示例县民政局", AgencyRank.Department)]
    [InlineData("直属机构", "示例县档案馆", AgencyRank.Department)]
    [InlineData("派出机构", "示例县公安局城关分局", AgencyRank.Department)]
    [InlineData("乡镇", "示例县城关镇人民政府", AgencyRank.Township)]
    [InlineData("乡镇政府", "示例县城关镇人民政府", AgencyRank.Township)]
    [InlineData("政府", "示例县城关镇人民政府", AgencyRank.Township)]
    [InlineData("街道办事处", "示例区城南街道办事处", AgencyRank.Township)]
    [InlineData("公共企事业单位", "示例县自来水公司", AgencyRank.NotAnOrgan)]
    [InlineData("", "示例县人民政府", AgencyRank.Government)]
    [InlineData("", "景德镇市人民政府", AgencyRank.Government)]
    [InlineData("", "示例县城关镇人民政府", AgencyRank.Township)]
    [InlineData("", "示例县某某族乡人民政府", AgencyRank.Township)]
    [InlineData("", "示例区城南街道办事处", AgencyRank.Township)]
    [InlineData("", "示例县发展和改革委员会", AgencyRank.Department)]
    [InlineData("", "示例省国有资产监督管理委员会", AgencyRank.Department)]
    [InlineData("", "示例县人民政府办公室", AgencyRank.Department)]
    [InlineData("", "示例经济开发区管理委员会", AgencyRank.Unknown)]
    [InlineData("", "示例县城关镇东街村民委员会", AgencyRank.Unknown)]
    [InlineData("", "中共示例县委办公室", AgencyRank.Unknown)]
    [InlineData("", "示例县第一中学", AgencyRank.Unknown)]
    [InlineData("派出机关", "示例地区行政公署", AgencyRank.Unknown)]
    [InlineData("派出机关", "示例区城南街道办事处", AgencyRank.Township)]
    [InlineData("事业单位", "示例县气象台", AgencyRank.Unknown)]
    public void A_body_is_told_by_its_kind_else_by_its_name(string kind, string name, AgencyRank rank) =>
        AgencyRanks.Of(kind, name).ShouldBe(rank);

    [Theory]
    [InlineData(AgencyRank.Department, 2018, "2019-03-31")]
    [InlineData(AgencyRank.Department, 2019, "2020-01-31")]
    [InlineData(AgencyRank.Government, 2018, "2019-03-31")]
    [InlineData(AgencyRank.Government, 2024, "2025-03-31")]
    [InlineData(AgencyRank.Township, 2018, "2019-03-31")]
    [InlineData(AgencyRank.Township, 2019, null)]
    [InlineData(AgencyRank.Department, 2008, "2009-03-31")]
    [InlineData(AgencyRank.Department, 2007, null)]
    [InlineData(AgencyRank.Unknown, 2017, null)]
    [InlineData(AgencyRank.Unknown, 2022, null)]
    [InlineData(AgencyRank.NotAnOrgan, 2017, null)]
    public void The_regulations_of_the_time_name_the_day(AgencyRank rank, int year, string? due) =>
        Deadline.Of(rank, year).ShouldBe(due is null ? null : Date(due));

    [Theory]
    [InlineData(AgencyRank.Department, 2022, "2023-01-31", PunctualityState.InTime, 0)]
    [InlineData(AgencyRank.Department, 2022, "2023-02-01", PunctualityState.Late, 1)]
    [InlineData(AgencyRank.Department, 2023, "2024-03-01", PunctualityState.Late, 30)]
    [InlineData(AgencyRank.Government, 2022, "2023-03-31", PunctualityState.InTime, 0)]
    [InlineData(AgencyRank.Government, 2022, "2023-04-01", PunctualityState.Late, 1)]
    [InlineData(AgencyRank.Department, 2018, "2019-02-01", PunctualityState.InTime, 0)]
    [InlineData(AgencyRank.Township, 2018, "2019-04-01", PunctualityState.Late, 1)]
    [InlineData(AgencyRank.Township, 2022, "2023-12-31", PunctualityState.NoDeadline, 0)]
    [InlineData(AgencyRank.Department, 2022, "2022-12-29", PunctualityState.InTime, 0)]
    [InlineData(AgencyRank.Department, 2022, "2022-03-15", PunctualityState.DateDoubtful, 0)]
    [InlineData(AgencyRank.Department, 2022, "", PunctualityState.NotDated, 0)]
    [InlineData(AgencyRank.Unknown, 2022, "2023-01-05", PunctualityState.Unclear, 0)]
    [InlineData(AgencyRank.NotAnOrgan, 2022, "2023-01-05", PunctualityState.NoDeadline, 0)]
    // The earliest revision counts; one without a date may have been in time.
    [InlineData(AgencyRank.Department, 2023, "2024-03-12 2024-01-18", PunctualityState.InTime, 0)]
    [InlineData(AgencyRank.Department, 2023, "2024-03-12 2024-02-02", PunctualityState.Late, 2)]
    [InlineData(AgencyRank.Department, 2023, "2024-03-12 ", PunctualityState.NotDated, 0)]
    [InlineData(AgencyRank.Department, 2023, " 2024-01-18", PunctualityState.InTime, 0)]
    public void A_report_is_judged_by_its_first_date(AgencyRank rank, int year, string dates, PunctualityState state, int late)
    {
        var judged = Punctuality.Judge(rank, year, [.. dates.Split(' ').Select(date => date.Length == 0 ? (DateOnly?)null : Date(date))]);

        judged.State.ShouldBe(state);
        judged.DaysLate.ShouldBe(late);
        judged.IsJudged.ShouldBe(state is PunctualityState.InTime or PunctualityState.Late);
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
