using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Archive;

/// <summary>
/// How the requests of a report were concluded, by the six kinds of outcome of 表三 (form-2019 and form-2021), all applicants, 件. The last four
/// are sums made by the archive of the rows below their headings. The sheet of form-2008 counts answers, which are another thing.
/// </summary>
/// <param name="Granted">（一）予以公开.</param>
/// <param name="PartlyGranted">（二）部分公开.</param>
/// <param name="Refused">（三）不予公开: its eight reasons.</param>
/// <param name="Unavailable">（四）无法提供: its three reasons.</param>
/// <param name="NotProcessed">（五）不予处理: its five kinds.</param>
/// <param name="Other">（六）其他处理: a single row in form-2019, three in form-2021.</param>
public sealed record Outcomes(decimal Granted, decimal PartlyGranted, decimal Refused, decimal Unavailable, decimal NotProcessed, decimal Other)
{
    /// <returns>Null if any of the rows gives no number: a part of them would pass for the whole.</returns>
    public static Outcomes? Of(AnnualReport report)
    {
        if (report.Tables.FirstOrDefault(table => table.Form.Id == "requests") is not { } requests)
            return null;

        decimal? Sum(string kind)
        {
            decimal? sum = null;
            foreach (var row in requests.Form.Rows)
                if (row.Id == kind || row.Id.StartsWith(kind + ".", StringComparison.Ordinal))
                {
                    if (requests[row.Id, "total"]?.Value is not { } value)
                        return null;
                    sum = (sum ?? 0) + value;
                }

            return sum;
        }

        return (Sum("granted"), Sum("partly_granted"), Sum("refused"), Sum("unavailable"), Sum("not_processed"), Sum("other")) is
            ({ } granted, { } partly, { } refused, { } unavailable, { } notProcessed, { } other)
            ? new Outcomes(granted, partly, refused, unavailable, notProcessed, other)
            : null;
    }
}
