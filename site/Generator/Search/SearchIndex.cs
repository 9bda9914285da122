using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Search;

/// <summary>
/// The index of the archive's search, as scripts under <c>search/</c> (docs/search.md tells their layout), and beside each report its text. First each report's <see cref="TextOf"/> is made, which takes
/// it in; then <see cref="Write"/> makes the index.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private const string Folder = "search/";
    private const char FieldEnd = '\r';

    /// <summary>Counts up when shards are written otherwise than before.</summary>
    private const int Format = 1;

    /// <summary>So many characters make a shard of some kilobytes.</summary>
    private const int CharactersPerShard = 30_000;
    private const int MostBits = 12;

    private readonly ReportArchive _archive;
    private readonly List<(AgencyEntry Agency, ReportEntry Entry)> _reports;
    private readonly Dictionary<ReportEntry, int> _numbers;
    private readonly TextSpool _texts = new();
    private readonly byte[]?[] _digests;
    private readonly decimal?[][] _figures;

    public SearchIndex(ReportArchive archive)
    {
        _archive = archive;

        // The newest first, so that a list of hits needs no sorting.
        _reports = [.. archive.Agencies.SelectMany(agency => agency.Reports.Select(entry => (agency, entry))).OrderByDescending(report => report.entry.Year ?? int.MinValue)];
        _numbers = new Dictionary<ReportEntry, int>(ReferenceEqualityComparer.Instance);
        for (var number = 0; number < _reports.Count; number++)
            _numbers[_reports[number].Entry] = number;
        _digests = new byte[_reports.Count][];
        _figures = new decimal?[_reports.Count][];
    }

    /// <summary>Where a report's text stands for the search to read.</summary>
    public static string TextPath(ReportEntry report) => $"agencies/{report.AgencyKey}/{report.Slug}.text.js";

    /// <summary>A report's text. Making it takes the report into the index.</summary>
    public OutputFile TextOf(AgencyEntry agency, ReportEntry entry, IReportStore store) => new(TextPath(entry), () =>
    {
        var report = store.Load(entry);
        var fields = SearchFields.Of(agency, entry, report);
        var number = _numbers[entry];
        _texts.Add(number, string.Join(FieldEnd, fields.Select(field => (int)field.Kind + SearchFolding.Normalise(field.Text))));
        var text = Json.Bytes(Json.Options, json => WriteText(json, agency, entry, fields)).Span;
        _figures[number] = ReportFigures.Of(entry, report);
        _digests[number] = SHA256.HashData(text);
        return SearchScript.Of("", TextPath(entry), text);
    });

    /// <summary>Writes the index when all texts have been made; where nothing changed that of the former output is kept.</summary>
    public IEnumerable<WrittenFile> Write(IOutput output, ParallelOptions parallel)
    {
        var meta = Json.Bytes(Json.Options, WriteMeta).ToArray();
        var version = VersionOf(meta);
        OutputFile File(string name, byte[] content) => new($"{Folder}{name}.js", () => SearchScript.Of(version, name, content));

        var mark = File("meta", meta);
        if (output.Keep(Folder, mark) is { } kept)
            return kept;
        using var grams = new Postings();
        Parallel.ForEach(_texts.Read(), parallel, text => grams.Add(text.Number, text.Text.Split(FieldEnd).Select(field => (field[1..], MarksOf(field)))));
        grams.Seal();
        var written = new ConcurrentBag<WrittenFile>();
        Parallel.ForEach(
            (IEnumerable<OutputFile>)[mark, File("folding", Folding()), File("pinyin", Pinyin()), .. ReportFigures.Names.Select((name, i) => File($"figures/{name}", Figures(i)))],
            parallel, file => written.Add(output.Write(file)));
        var shards = new GramShards(grams, _reports.Count, Bits);
        Parallel.For(0, shards.Pieces, parallel, piece =>
        {
            foreach (var (name, content) in shards.Make(piece))
                written.Add(output.Write(File(name, content)));
        });
        return written;
    }

    public void Dispose() => _texts.Dispose();

    /// <summary>Files of different versions do not go together; a browser may have kept some.</summary>
    private string VersionOf(byte[] meta)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(meta);
        foreach (var digest in _digests)
            all.AppendData(digest ?? throw new InvalidOperationException("A report's text was not made."));
        return Convert.ToHexStringLower(all.GetHashAndReset()[..4]);
    }

    /// <summary>How many bits of a gram's hash tell its shard.</summary>
    private int Bits => Math.Clamp((int)Math.Ceiling(Math.Log2(Math.Max(1, _texts.Characters / (double)CharactersPerShard))), 0, MostBits);

    private static uint MarksOf(string field) => (FieldKind)(field[0] - '0') switch
    {
        FieldKind.Name => PostingList.Names,
        FieldKind.Heading => PostingList.Headings,
        _ => 0,
    };

    private static void WriteText(Utf8JsonWriter json, AgencyEntry agency, ReportEntry entry, List<SearchField> fields)
    {
        json.WriteStartObject();
        json.WriteString("title", ReportLines.Fill("", agency, entry).Report.Text);
        json.WriteTexts("key"u8, ((decimal?[])[entry.Key.Received, entry.Key.Concluded, entry.Key.Reviews, entry.Key.Lawsuits]).Select(figure => Numbers.Text(figure)));
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)field.Kind);
            json.WriteStringValue(field.Anchor);
            json.WriteStringValue(field.Text);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteMeta(Utf8JsonWriter json)
    {
        var agencies = _archive.Agencies.Select((agency, i) => (agency, i)).ToDictionary(pair => pair.agency.Key, pair => pair.i);
        var regions = _archive.Agencies.Select(agency => agency.Register?.Region ?? "").Where(region => region.Length > 0).Distinct().ToList();
        var editions = Editions.All.ToList();

        json.WriteStartObject();
        json.WriteNumber("reports", _reports.Count);
        json.WriteNumber("format", Format);
        json.WriteNumber("bits", Bits);
        json.WriteTexts("regions"u8, regions);
        json.WriteStartArray("editions");
        foreach (var edition in editions)
        {
            json.WriteStartObject();
            json.WriteString("id", edition.Id);
            json.WriteString("label", edition.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("agencies");
        foreach (var agency in _archive.Agencies)
        {
            json.WriteStartArray();
            json.WriteStringValue(agency.Name);
            json.WriteStringValue(agency.Key == agency.Name ? "" : agency.Key);
            json.WriteNumberValue(regions.IndexOf(agency.Register?.Region ?? ""));
            json.WriteStringValue(agency.Register?.Kind ?? "");
            foreach (var alias in agency.Register?.Aliases ?? [])
                json.WriteStringValue(alias);
            json.WriteEndArray();
        }

        json.WriteEndArray();

        // Of each report, by number. Years and editions come in runs.
        Runs("years", report => report.Entry.Year ?? 0);
        Runs("editionRuns", report => report.Entry.Edition is { } edition ? editions.IndexOf(edition) : -1);
        json.WriteStartArray("agencySteps");
        var last = 0;
        foreach (var (agency, _) in _reports)
        {
            json.WriteNumberValue(agencies[agency.Key] - last);
            last = agencies[agency.Key];
        }

        json.WriteEndArray();
        Gaps("failed", report => report.Entry.Failed > 0);
        Gaps("lawsuits", report => report.Entry.Key.Lawsuits > 0);
        Gaps("earlier", report => !report.Entry.IsCurrent);
        json.WriteStartObject("slugs");
        for (var number = 0; number < _reports.Count; number++)
            if (_reports[number].Entry is var entry && entry.Slug != $"{entry.Year}")
                json.WriteString($"{number}", entry.Slug);
        json.WriteEndObject();
        json.WriteBase64String("foldedHan", FoldedHan());
        json.WriteString("foldedCommon", string.Concat(SearchFolding.Common.Select(pair => $"{pair.From}{pair.To}")));
        json.WriteEndObject();

        void Runs(string name, Func<(AgencyEntry Agency, ReportEntry Entry), int> of)
        {
            json.WriteStartArray(name);
            for (var start = 0; start < _reports.Count;)
            {
                var end = start + 1;
                while (end < _reports.Count && of(_reports[end]) == of(_reports[start]))
                    end++;
                json.WriteNumberValue(of(_reports[start]));
                json.WriteNumberValue(end - start);
                start = end;
            }

            json.WriteEndArray();
        }

        void Gaps(string name, Predicate<(AgencyEntry Agency, ReportEntry Entry)> holds)
        {
            json.WriteStartArray(name);
            var previous = -1;
            for (var number = 0; number < _reports.Count; number++)
                if (holds(_reports[number]))
                {
                    json.WriteNumberValue(number - previous - 1);
                    previous = number;
                }

            json.WriteEndArray();
        }
    }

    private byte[] Figures(int metric) => Json.Bytes(Json.Options, json =>
    {
        json.WriteStartArray();
        foreach (var figures in _figures)
            if (figures[metric] is { } figure)
                json.WriteNumberValue(figure);
            else
                json.WriteNullValue();
        json.WriteEndArray();
    }).ToArray();

    /// <summary>A bit for each character from U+4E00: whether it is another one to a search, but for the common ones. Most texts have none, and do without the table.</summary>
    private static byte[] FoldedHan()
    {
        var bits = new byte[(0xa000 - 0x4e00) / 8];
        foreach (var (c, _) in SearchFolding.Table.Except(SearchFolding.Common))
            if (c is >= '\u4e00' and < '\ua000')
                bits[(c - 0x4e00) >> 3] |= (byte)(1 << ((c - 0x4e00) & 7));
        return bits;
    }

    private static byte[] Folding() => Encoding.UTF8.GetBytes(string.Join('\n', SearchFolding.Table.GroupBy(pair => pair.To).Select(group => $"{group.Key} {string.Concat(group.Select(pair => pair.From))}")));

    /// <summary>Of each agency how its names are read: 平川区教育局 is pingchuanqujiaoyuju.</summary>
    private byte[] Pinyin() => Encoding.UTF8.GetBytes(string.Join('\n', _archive.Agencies.Select(agency =>
        string.Join('|', (agency.Register?.Aliases ?? []).Prepend(agency.Name).Select(PinyinReading.Of)))));
}
