namespace DisclosureArchive.Reports.Recognition;

/// <summary>Finds a unit of money printed in a header or label: 本年收费金额（单位：元）.</summary>
internal static class MoneyUnit
{
    private static readonly string[] Units = ["亿元", "万元", "千元", "元"];

    /// <summary>The unit if it is not 万元, the form's own; else empty.</summary>
    public static string In(string text)
    {
        var squeezed = TextFolding.Squeeze(text);
        var unit = Units.FirstOrDefault(unit => squeezed.Contains(unit, StringComparison.Ordinal));
        return unit is null or "万元" ? "" : unit;
    }
}
