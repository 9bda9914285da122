using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Finds the statutory tables among a document's tables, by label and order together, never by counting figures. One form table may stand in several source tables (cut
/// by a page), several in one (a page that is one table).
/// </summary>
public static class TableRecogniser
{
    private const int FewestStatisticsRows = 4;
    private const int FewestRowsWithoutHeader = 5;

    public static RecognisedDocument Recognise(Document document)
    {
        var sources = document.Blocks.OfType<Table>().Select(table => (Table: table, Rows: UprightRows.Of(table))).ToList();
        var proactive = new List<ImmutableArray<SourceRow>>();
        var requests = new List<ImmutableArray<SourceRow>>();
        var disputes = new List<ImmutableArray<SourceRow>>();
        var statistics = new List<ImmutableArray<SourceRow>>();
        var statutory = ImmutableHashSet.CreateBuilder<Table>(ReferenceEqualityComparer.Instance);
        var headless = new List<(Table Table, ImmutableArray<SourceRow> Rows)>();
        var single = new List<(Table Table, ImmutableArray<SourceRow> Rows)>();
        List<ImmutableArray<SourceRow>>? last = null;
        // The header of table 三 may be a table of its own.
        (Table Table, ImmutableArray<SourceRow> Rows)? header = null;
        foreach (var (table, rows) in sources)
        {
            List<ImmutableArray<SourceRow>>? own = null;
            void Take(List<ImmutableArray<SourceRow>> list)
            {
                list.Add(rows);
                own = list;
                statutory.Add(table);
            }

            var statisticsRows = StatisticsRecogniser.CountRows(rows);
            var (requestRows, fitting) = RequestsRecogniser.CountRows(rows);
            var (proactiveRows, headers) = ProactiveRecogniser.Count(rows);
            if (statisticsRows >= FewestStatisticsRows || (statisticsRows > 0 && last == statistics))
            {
                Take(statistics);
            }
            else
            {
                if ((proactiveRows > 0 && headers > 0) || ((proactiveRows > 0 || headers > 0) && last == proactive))
                    Take(proactive);
                else if (proactiveRows >= FewestRowsWithoutHeader)
                    headless.Add((table, rows));
                var hasHeader = RequestsRecogniser.HasHeader(rows);
                if (fitting > 0 && header is { } above)
                {
                    requests.Add(above.Rows);
                    statutory.Add(above.Table);
                }

                if ((requestRows > 0 && (hasHeader || header is not null)) || fitting >= 2 || (fitting > 0 && last == requests) || (last == requests && IsTail(rows)))
                    Take(requests);
                else if (requestRows > 0 && RequestsRecogniser.IsSingle(rows))
                    single.Add((table, rows));
                header = requestRows == 0 && hasHeader && own is null ? (table, rows) : null;
                if (DisputesRecogniser.CountLabels(rows) >= 3 || (last == disputes && rows.Length <= 2 && rows.All(row => row.Cells.All(cell => cell.IsFigure || cell.IsBlank))))
                    Take(disputes);
            }

            last = own ?? last;
        }

        // 行政许可, 行政处罚 and the like without a header of the form may be table 二 only where nothing else is: reports list such words in tables of their own.
        if (proactive.Count == 0)
        {
            foreach (var (table, rows) in headless)
            {
                proactive.Add(rows);
                statutory.Add(table);
            }
        }

        // Nor may a list of its row labels with one figure each be table 三 where the whole table is.
        if (requests.Count == 0 && single is [var only])
        {
            requests.Add(only.Rows);
            statutory.Add(only.Table);
        }

        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var tables = ImmutableArray.CreateBuilder<RecognisedTable>();
        FormEdition? edition = null;
        void Add(RecognisedTable? table)
        {
            if (table is not null)
                tables.Add(table);
        }

        if (proactive.Count > 0)
            Add(ProactiveRecogniser.Recognise(proactive, diagnostics, out edition));
        if (requests.Count > 0)
            Add(RequestsRecogniser.Recognise(requests, edition, diagnostics));
        if (disputes.Count > 0)
            Add(DisputesRecogniser.Recognise(disputes, diagnostics));
        if (statistics.Count > 0 && StatisticsRecogniser.Recognise(statistics, diagnostics) is { } sheet)
        {
            tables.Add(sheet);
            if (tables.Count == 1)
                edition = Editions.Form2008;
        }

        if (edition is null && tables.FirstOrDefault(table => table.Form.Id == "requests") is { } found
            && found.Cells.Any(cell => cell.Name.Row.StartsWith("other.", StringComparison.Ordinal)))
            edition = Editions.Get(found.Form.Edition);
        return new RecognisedDocument(edition, tables.ToImmutable(), statutory.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>The end of a table 三 behind a page break may have common labels only: （七）总计.</summary>
    private static bool IsTail(ImmutableArray<SourceRow> rows) =>
        rows.Length <= 4 && rows.Any(row => RowLabel.Find(row, FormIndexes.RequestRows).IsFound && row.Cells.Count(cell => cell.IsFigure) == FormIndexes.Requests2021.Columns.Length);
}
