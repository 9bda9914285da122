using System.Buffers;
using System.Runtime.InteropServices;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Search;

/// <summary>
/// Which grams stand in which reports, gathered in memory and put aside to a file in sorted runs, so that memory does not grow with the archive. Taking in is thread-safe; then
/// <see cref="Range"/> gives all postings of a range of hashes.
/// </summary>
internal sealed class Postings : IDisposable
{
    /// <summary>How many ranges of hashes there are.</summary>
    public const int Ranges = 256;

    private const int RunLength = 1 << 18;
    private const int RangeShift = 64 - 8;

    private readonly FileStream _file = TemporaryFile.Open();
    private readonly List<long[]> _runs = [];
    private readonly Lock _lock = new();
    private readonly ThreadLocal<Gatherer> _gatherers;

    public Postings() => _gatherers = new ThreadLocal<Gatherer>(() => new Gatherer(this), trackAllValues: true);

    /// <summary>Takes in a report's grams.</summary>
    /// <param name="document">Its number.</param>
    /// <param name="fields">Its texts, normalised, each with the marks (2 bits) of the kind of field.</param>
    public void Add(int document, IEnumerable<(string Text, uint Marks)> fields) => _gatherers.Value!.Add(document, fields);

    /// <summary>Puts aside what is still in memory. Nothing can be added then.</summary>
    public void Seal()
    {
        foreach (var gatherer in _gatherers.Values)
            gatherer.PutAside();
        _gatherers.Dispose();
    }

    /// <summary>The grams of a range, each with its reports' numbers and marks: number × 4 + marks, ascending.</summary>
    public IEnumerable<(ulong Gram, ReadOnlyMemory<uint> Reports)> Range(int range)
    {
        var (grams, reports) = Read(range);
        Array.Sort(grams, reports);
        for (var start = 0; start < grams.Length;)
        {
            var end = EndOf(grams, start, grams.Length);
            Array.Sort(reports, start, end - start);
            yield return (grams[start], reports.AsMemory(start, end - start));
            start = end;
        }
    }

    public void Dispose()
    {
        _gatherers.Dispose();
        _file.Dispose();
    }

    /// <summary>Where the next gram begins.</summary>
    private static int EndOf(ulong[] grams, int start, int length)
    {
        var end = start + 1;
        while (end < length && grams[end] == grams[start])
            end++;
        return end;
    }

    private (ulong[] Grams, uint[] Reports) Read(int range)
    {
        var grams = new List<ulong>();
        var reports = new List<uint>();
        foreach (var run in _runs)
        {
            var bytes = new byte[run[range + 1] - run[range]];
            RandomAccess.Read(_file.SafeFileHandle, bytes, run[range]);
            var reader = new VarintReader(bytes);
            ulong gram = 0;
            while (!reader.IsAtEnd)
            {
                gram += reader.Read();
                var report = 0u;
                for (var count = reader.Read(); count > 0; count--)
                {
                    report += (uint)reader.Read();
                    grams.Add(gram);
                    reports.Add(report);
                }
            }
        }

        return ([.. grams], [.. reports]);
    }

    private void Append(ReadOnlySpan<byte> bytes, long[] offsets)
    {
        lock (_lock)
        {
            var start = _file.Length;
            RandomAccess.Write(_file.SafeFileHandle, bytes, start);
            _runs.Add(Array.ConvertAll(offsets, offset => start + offset));
        }
    }

    /// <summary>What one thread has gathered.</summary>
    private sealed class Gatherer(Postings owner)
    {
        private ulong[] _grams = new ulong[RunLength];
        private uint[] _reports = new uint[RunLength];
        private readonly Dictionary<ulong, uint> _own = [];
        private int _count;

        public void Add(int document, IEnumerable<(string Text, uint Marks)> fields)
        {
            _own.Clear();
            foreach (var (text, marks) in fields)
                Add(text, marks);
            if (_count + _own.Count > _grams.Length)
                PutAside();
            if (_own.Count > _grams.Length)
                (_grams, _reports) = (new ulong[_own.Count], new uint[_own.Count]);
            foreach (var (gram, marks) in _own)
            {
                _grams[_count] = gram;
                _reports[_count++] = ((uint)document << 2) | marks;
            }
        }

        public void PutAside()
        {
            Array.Sort(_grams, _reports, 0, _count);
            var bytes = new ArrayBufferWriter<byte>(_count * 4);
            var offsets = new long[Ranges + 1];
            var last = 0ul;
            var range = 0;
            for (var start = 0; start < _count;)
            {
                var gram = _grams[start];
                var end = EndOf(_grams, start, _count);
                for (; range <= (int)(gram >> RangeShift); range++)
                {
                    offsets[range] = bytes.WrittenCount;
                    last = 0;
                }

                Array.Sort(_reports, start, end - start);
                bytes.WriteVarint(gram - last);
                bytes.WriteVarint((ulong)(end - start));
                var report = 0u;
                for (; start < end; start++)
                {
                    bytes.WriteVarint(_reports[start] - report);
                    report = _reports[start];
                }

                last = gram;
            }

            for (; range <= Ranges; range++)
                offsets[range] = bytes.WrittenCount;
            owner.Append(bytes.WrittenSpan, offsets);
            _count = 0;
        }

        private void Add(string text, uint marks)
        {
            for (var start = 0; start < text.Length; start++)
            {
                for (var length = 1; length <= Gram.Longest && start + length <= text.Length && text[start + length - 1] != SearchFolding.Boundary; length++)
                {
                    ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_own, Gram.Of(text.AsSpan(start, length)), out _);
                    known |= marks;
                }
            }
        }
    }
}
