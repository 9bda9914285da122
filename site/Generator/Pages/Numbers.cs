using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Numbers as pages print them: plain digits, safe to copy.</summary>
public static class Numbers
{
    /// <summary>Of fewer cases no rate is given.</summary>
    public const int LeastForShares = 10;

    private static readonly string[] Small = [.. Enumerable.Range(0, 1000).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    public static string Text(decimal value) =>
        value is >= 0 and < 1000 && value.Scale == 0 ? Small[(int)value] : value.ToString(CultureInfo.InvariantCulture);

    public static string? Text(decimal? value) => value is { } number ? Text(number) : null;

    /// <summary>The sum of those figures that are given.</summary>
    public static DerivedSum Sum(IEnumerable<decimal?> values)
    {
        var given = values.OfType<decimal>().ToList();
        return new DerivedSum(given.Count > 0 ? Text(given.Sum()) : null, given.Count);
    }

    /// <summary>A part of a whole to a tenth of a per cent: 12.3%. Null where the whole is too small for its parts to be rates.</summary>
    public static string? Share(decimal part, decimal whole) =>
        whole < LeastForShares ? null : $"{Math.Round(100 * part / whole, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture)}%";

    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>From the first to the last: 2008–2024.</summary>
    public static string Span(IReadOnlyCollection<int> years) =>
        years.Count == 0 ? "" : years.Min() == years.Max() ? $"{years.Min()}" : $"{years.Min()}–{years.Max()}";

    /// <summary>Years as runs, each from the first to the last: 2011–2013, 2016.</summary>
    public static IEnumerable<string> Spans(IEnumerable<int> years) =>
        years.Order().Select((year, i) => (year, i)).GroupBy(pair => pair.year - pair.i, pair => pair.year).Select(run => Span([.. run]));

    public static CheckCounts Checks(ReportEntry report) => new(report.Passed, report.Failed, report.NotAssessable);
}
