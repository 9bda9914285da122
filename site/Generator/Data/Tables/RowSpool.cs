using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>
/// The rows of all reports, put aside in a temporary file while the reports are loaded anyway, and given again in any order, as often as there are
/// files that want them: as lines of CSV that are ready but for their head, and as rows for sheets. Taking reports in is thread-safe, and so is
/// giving their rows, but not at the same time.
/// </summary>
internal sealed class RowSpool : IDisposable
{
    private static readonly ImmutableArray<Kept> Ways = [.. Enum.GetValues<Kept>()];

    private readonly FileStream _file = TemporaryFile.Open();
    private readonly Dictionary<ReportEntry, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Entry?[] _entries;
    private readonly ThreadLocal<MemoryStream> _buffers = new(() => new MemoryStream());
    private readonly ThreadLocal<BlobWriter> _blobs = new(() => new BlobWriter());
    private long _length;

    public RowSpool(ReportArchive archive)
    {
        foreach (var report in archive.Reports)
            _numbers.Add(report, _numbers.Count);
        _entries = new Entry?[_numbers.Count];
    }

    /// <summary>In how many ways the rows of a table are kept.</summary>
    private enum Kept
    {
        /// <summary>Lines for programs.</summary>
        Plain,

        /// <summary>Lines for spreadsheets; figures one a line are for programs only.</summary>
        ForSpreadsheets,

        /// <summary>Rows for sheets.</summary>
        Rows,
    }

    /// <summary>Takes a report in.</summary>
    public void Add(ReportEntry entry, AnnualReport report)
    {
        var buffer = _buffers.Value!;
        buffer.SetLength(0);
        var ends = new int[DataTables.All.Length * Ways.Length];
        var place = 0;
        foreach (var table in DataTables.All)
            foreach (var kept in Ways)
            {
                if (table.IsOfReports && (kept == Kept.Plain || table != DataTables.Figures))
                    Record(table, kept, entry, report, buffer);
                ends[place++] = (int)buffer.Length;
            }

        var offset = Interlocked.Add(ref _length, buffer.Length) - buffer.Length;
        RandomAccess.Write(_file.SafeFileHandle, buffer.GetBuffer().AsSpan(0, (int)buffer.Length), offset);
        _entries[_numbers[entry]] = new Entry(ReportHead.Of(report), offset, ends);
    }

    /// <summary>Gives the lines that reports have in a CSV file, in the order of the reports.</summary>
    public void WriteLines(DataTable table, bool isForSpreadsheets, IEnumerable<ReportEntry> reports, CsvLines lines)
    {
        foreach (var (entry, recorded) in Read(table, isForSpreadsheets ? Kept.ForSpreadsheets : Kept.Plain, reports))
            for (var rest = recorded.Span; !rest.IsEmpty;)
            {
                var end = rest.IndexOf(CsvLines.Mark);
                lines.Ready(entry.Head.Fields.Span);
                lines.Ready(rest[..end]);
                lines.EndLine();
                rest = rest[(end + 1)..];
            }
    }

    /// <summary>Gives the rows that reports have in a sheet, in the order of the reports.</summary>
    public void WriteRows(DataTable table, IEnumerable<ReportEntry> reports, SheetRows rows)
    {
        foreach (var (entry, recorded) in Read(table, Kept.Rows, reports))
        {
            rows.Of(entry.Head);
            RecordedRows.Replay(new BlobReader(recorded), rows);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _buffers.Dispose();
        _blobs.Dispose();
    }

    private void Record(DataTable table, Kept kept, ReportEntry entry, AnnualReport report, MemoryStream buffer)
    {
        if (kept == Kept.Rows)
        {
            var blob = _blobs.Value!;
            blob.Clear();
            ReportRows.Write(table, entry, report, new RecordedRows(blob));
            buffer.Write(blob.Written);
            return;
        }

        using var lines = CsvLines.Marked(buffer);
        ReportRows.Write(table, entry, report, new CsvRows(lines, kept == Kept.ForSpreadsheets));
    }

    /// <summary>What was kept of each report that has any of it.</summary>
    private IEnumerable<(Entry Entry, ReadOnlyMemory<byte> Recorded)> Read(DataTable table, Kept kept, IEnumerable<ReportEntry> reports)
    {
        var place = (DataTables.PlaceOf(table) * Ways.Length) + (int)kept;
        var buffer = Array.Empty<byte>();
        foreach (var report in reports)
        {
            var entry = _entries[_numbers[report]] ?? throw new InvalidOperationException("The report was not taken in.");
            var begin = place == 0 ? 0 : entry.Ends[place - 1];
            var length = entry.Ends[place] - begin;
            if (length == 0)
                continue;
            if (buffer.Length < length)
                buffer = new byte[length * 2];
            if (RandomAccess.Read(_file.SafeFileHandle, buffer.AsSpan(0, length), entry.Offset + begin) != length)
                throw new EndOfStreamException();
            yield return (entry, buffer.AsMemory(0, length));
        }
    }

    /// <summary>Where the rows of a report stand.</summary>
    /// <param name="Ends">Behind the offset, the end of each table in each way.</param>
    private sealed record Entry(ReportHead Head, long Offset, int[] Ends);
}
