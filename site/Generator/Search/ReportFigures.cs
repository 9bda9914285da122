using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Search;

/// <summary>The figures of a report that a search may ask for (<c>新收&gt;1000</c>); null where the report gives none.</summary>
internal static class ReportFigures
{
    /// <summary>Names of their files, in the order of <see cref="Of"/>.</summary>
    public static readonly string[] Names = ["received", "concluded", "granted_rate", "refused", "reviews", "lawsuits", "carried_out"];

    public static decimal?[] Of(ReportEntry entry, AnnualReport report)
    {
        var requests = report.Tables.FirstOrDefault(table => table.Form.Id == "requests");
        decimal? Total(string row) => requests?[row, "total"]?.Value;

        var refused = requests?.Form.Rows.Where(row => row.Parent == "refused").Select(row => Total(row.Id)).ToList();
        return
        [
            entry.Key.Received, entry.Key.Concluded, Rate(Total("granted") + Total("partly_granted"), Total("concluded")),
            refused is { Count: > 0 } && refused.TrueForAll(figure => figure is not null) ? refused.Sum() : null,
            entry.Key.Reviews, entry.Key.Lawsuits, Total("carried_out"),
        ];
    }

    /// <summary>Granted whole or in part of all concluded, in per cent, to a tenth.</summary>
    private static decimal? Rate(decimal? granted, decimal? concluded) =>
        concluded > 0 && granted is { } part ? Math.Round(100 * part / concluded.Value, 1, MidpointRounding.AwayFromZero) : null;
}
