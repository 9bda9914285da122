using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;

namespace DisclosureArchive.Generator.Archive;

/// <summary>
/// The relation between two adjoining years of one agency: what the earlier report carried over to the next year is what the
/// later one carried in.
/// </summary>
public static class CarryOver
{
    /// <summary>The table of both its rows.</summary>
    public const string Table = "requests";

    /// <summary>The row of the earlier report.</summary>
    public const string CarriedOut = "carried_out";

    /// <summary>The row of the later report.</summary>
    public const string CarriedIn = "carried_in";

    /// <summary>One judgement a column, listed with the later report; none unless both have table 三.</summary>
    public static ImmutableArray<Finding> Judge(ReportSummary earlier, ReportSummary later) =>
        earlier.CarriedOut.IsEmpty || later.CarriedIn.IsEmpty
            ? []
            : [.. later.CarriedIn.Select(carriedIn => Judge(
                earlier, later, carriedIn.Column.Id, carriedIn.Column.Label,
                earlier.CarriedOut.FirstOrDefault(carriedOut => carriedOut.Column.Id == carriedIn.Column.Id).Value, carriedIn.Value))];

    private static Finding Judge(ReportSummary earlier, ReportSummary later, string column, string label, decimal? carriedOut, decimal? carriedIn)
    {
        var assessable = carriedOut is not null && carriedIn is not null;
        return new Finding(
            $"{Finding.CarryOver}.{column}",
            !assessable ? FindingStatus.NotAssessable : carriedOut == carriedIn ? FindingStatus.Passed : FindingStatus.Failed,
            assessable ? carriedOut : null,
            assessable ? carriedIn : null,
            [new CellName(Table, CarriedOut, column)],
            [new CellName(Table, CarriedIn, column)],
            $"{label}：上一年度结转下年度继续办理 ＝ 本年度上年结转",
            $"{earlier.Year}年报告结转下年度 {Text(carriedOut)}，{later.Year}年报告上年结转 {Text(carriedIn)}"
                + (assessable ? carriedOut == carriedIn ? "。" : $"，相差 {Text(carriedOut - carriedIn)}。" : "，无法核对。"));
    }

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "（无数字）";
}
