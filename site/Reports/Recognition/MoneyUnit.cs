namespace DisclosureArchive.Reports.Recognition;

/// <summary>Finds a unit of money printed in a header or label: 本年收费金额（单位：元）.</summary>
internal static class MoneyUnit
{
    /// <summary>A unit is printed, or was, but can't be told: no amount but 0 can be read.</summary>
    public const string Unclear = "？元";

    private static readonly string[] Units = ["亿元", "万元", "千元"];

    /// <summary>What may stand before 元 where that is the whole unit: （元）, 单位：元, 金额元.</summary>
    private const string BeforeYuan = "(（[【:：/、,，位额费为";

    /// <summary>What makes another unit of one that follows: 百万元.</summary>
    private const string Multiples = "十百千";

    /// <summary>The unit if it is not 万元, the form's own; empty if it is, or if there is none; <see cref="Unclear"/> for one that is not known.</summary>
    public static string In(string text)
    {
        var squeezed = TextFolding.Squeeze(text);
        var end = squeezed.LastIndexOf('元') + 1;
        if (end == 0)
            return "";
        var until = squeezed[..end];
        // 元） without its bracket: what stood before it was cut off.
        if (squeezed.AsSpan(end).IndexOfAny('）', ')') >= 0 && until.AsSpan().IndexOfAny('（', '(') < 0)
            return Unclear;
        if (Array.Find(Units, unit => until.EndsWith(unit, StringComparison.Ordinal)) is { } unit)
            return end > unit.Length && Multiples.Contains(until[^(unit.Length + 1)]) ? Unclear : unit == "万元" ? "" : unit;
        return end == 1 || BeforeYuan.Contains(until[^2]) ? "元" : Unclear;
    }
}
