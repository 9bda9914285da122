using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>
/// The rows of all reports, put aside in a temporary file while the reports are loaded anyway, and given again in the archive's order. Taking
/// reports in is thread-safe, and so is giving their rows, but not at the same time.
/// </summary>
internal sealed class RowSpool : IDisposable
{
    private readonly FileStream _file = TemporaryFile.Open();
    private readonly Dictionary<ReportEntry, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly ReportHead?[] _heads;
    private readonly long[] _offsets;
    private readonly int[] _lengths;
    private readonly ThreadLocal<BlobWriter> _blobs = new(() => new BlobWriter());
    private long _length;

    public RowSpool(ReportArchive archive)
    {
        foreach (var report in archive.Reports)
            _numbers.Add(report, _numbers.Count);
        _heads = new ReportHead[_numbers.Count];
        _offsets = new long[_numbers.Count];
        _lengths = new int[_numbers.Count * DataTables.All.Length];
    }

    /// <summary>Takes a report in.</summary>
    public void Add(ReportEntry entry, AnnualReport report)
    {
        var number = _numbers[entry];
        var blob = _blobs.Value!;
        blob.Clear();
        var rows = new RecordedRows(blob);
        var lengths = _lengths.AsSpan(number * DataTables.All.Length, DataTables.All.Length);
        foreach (var table in DataTables.All)
        {
            if (!table.IsOfReports)
                continue;
            var begin = blob.Written.Length;
            ReportRows.Write(table, entry, report, rows);
            if (blob.Written.Length > begin)
                rows.End();
            lengths[DataTables.PlaceOf(table)] = blob.Written.Length - begin;
        }

        _heads[number] = ReportRows.HeadOf(report);
        _offsets[number] = Interlocked.Add(ref _length, blob.Written.Length) - blob.Written.Length;
        RandomAccess.Write(_file.SafeFileHandle, blob.Written, _offsets[number]);
    }

    /// <summary>Gives the rows that reports have of a table, in the order of the reports.</summary>
    public void Replay(DataTable table, IEnumerable<ReportEntry> reports, IRows rows)
    {
        var buffer = Array.Empty<byte>();
        foreach (var entry in reports)
        {
            var number = _numbers[entry];
            var length = LengthOf(table, number);
            if (length == 0)
                continue;
            if (buffer.Length < length)
                buffer = new byte[length * 2];
            var offset = _offsets[number];
            for (var place = number * DataTables.All.Length; place < (number * DataTables.All.Length) + DataTables.PlaceOf(table); place++)
                offset += _lengths[place];
            RandomAccess.Read(_file.SafeFileHandle, buffer.AsSpan(0, length), offset);
            rows.Of(_heads[number]!);
            RecordedRows.Replay(new BlobReader(buffer.AsMemory(0, length)), rows);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _blobs.Dispose();
    }

    private int LengthOf(DataTable table, int number) =>
        _heads[number] is null ? throw new InvalidOperationException("The report was not taken in.") : _lengths[(number * DataTables.All.Length) + DataTables.PlaceOf(table)];
}
