using System.IO.Compression;
using System.Xml;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading;

/// <summary>
/// The parts of a file that is a zip (Word, Excel, OpenDocument). Nothing is unpacked but what is read, nothing is written, and no more is unpacked
/// than the limits allow.
/// </summary>
internal sealed class ZipPackage
{
    /// <summary>Attributes of one element.</summary>
    private const int MostAttributes = 10_000;

    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _twice = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _outside = [];
    private readonly ReadingLimits _limits;
    private long _expanded;

    /// <exception cref="InvalidDataException">The zip is broken.</exception>
    public ZipPackage(ZipArchive zip, ReadingLimits limits)
    {
        _limits = limits;
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName.Replace('\\', '/');
            if (IsOutside(name))
                _outside.Add(name);
            else if (!_parts.TryAdd(name, entry))
                _twice.Add(name);
        }
    }

    /// <summary>Reads a file that is such a zip; one that is broken gives a diagnostic.</summary>
    public static Document Read(SourceFile file, DocumentFormat format, ReadingLimits limits, Func<ZipPackage, Document> read)
    {
        try
        {
            using var zip = new ZipArchive(file.Content.AsStream(), ZipArchiveMode.Read);
            return read(new ZipPackage(zip, limits));
        }
        catch (Exception problem) when (IsBroken(problem))
        {
            return Document.Empty(format, DiagnosticRules.UnreadableFile.For("zip"));
        }
    }

    /// <summary>Whether a zip, or the XML in it, that is damaged may fail so.</summary>
    public static bool IsBroken(Exception problem) => problem is InvalidDataException or XmlException or IOException or NotSupportedException;

    public bool Has(string name) => _parts.ContainsKey(name);

    public bool IsEncrypted(string name) => _parts.TryGetValue(name, out var part) && part.IsEncrypted;

    /// <summary>A part's bytes, null if there is none of that name.</summary>
    /// <exception cref="InvalidDataException">It is damaged; or there are two of that name, so that programs differ in what they show.</exception>
    /// <exception cref="ContentTooLargeException">While it is read: more comes out than may be unpacked.</exception>
    public Stream? Open(string name)
    {
        if (_twice.Contains(name))
            throw new InvalidDataException($"{name} is there twice.");
        if (!_parts.TryGetValue(name, out var part))
            return null;
        var before = _expanded;
        part.DemandSound(() => Capped(part));
        _expanded = before;
        return Capped(part);
    }

    private CappedStream Capped(ZipArchiveEntry part)
    {
        var (read, attributes) = (0L, 0);
        return new CappedStream(part.Open(), bytes =>
        {
            ContentTooLargeException.ThrowIfMore(read += bytes.Length, _limits.FileBytes, "字节，解开以后 bytes unpacked");
            ContentTooLargeException.ThrowIfMore(_expanded += bytes.Length, _limits.ExpandedBytes, "字节，解开以后 bytes unpacked");

            // The parser of XML compares the attributes of an element with each other.
            var end = bytes.LastIndexOf((byte)'>');
            attributes = (end < 0 ? attributes : 0) + bytes[(end + 1)..].Count((byte)'=');
            ContentTooLargeException.ThrowIfMore(attributes, MostAttributes, "个属性 attributes");
        });
    }

    /// <summary>What a reader of the original file should know.</summary>
    public IEnumerable<Diagnostic> Concerns()
    {
        if (_outside.Count > 0)
            yield return DiagnosticRules.NamesLeadOut.For(_outside[0].Length > 60 ? _outside[0][..60] + "…" : _outside[0]);
        if (_parts.Keys.FirstOrDefault(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) is { } macros)
            yield return DiagnosticRules.HoldsMacros.For(macros);
    }

    private static bool IsOutside(string name) =>
        name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..");
}
