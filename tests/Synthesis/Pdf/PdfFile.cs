using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>
/// A PDF file being written, object by object: the same calls give the same bytes. Two fonts are at hand for pages, neither embedded: <c>/F1</c> for Chinese text in
/// UTF-16, Latin letters and digits half as wide as Han characters, and <c>/F2</c> for digits in Times.
/// </summary>
public sealed class PdfFile
{
    private readonly List<byte[]> _objects = [];
    private readonly List<int> _pages = [];
    private readonly int _tree;
    private readonly int _fonts;

    public PdfFile()
    {
        _tree = Add("");
        var descendant = Add("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500 814 939 500]>>");
        var chinese = Add($"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[{descendant} 0 R]>>");
        var times = Add("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>");
        _fonts = Add($"<</F1 {chinese} 0 R/F2 {times} 0 R>>");
    }

    /// <summary>More entries of the catalog and of the trailer, as PDF source.</summary>
    public string Catalog { get; set; } = "";

    public string Trailer { get; set; } = "";

    /// <summary>Adds an object by its PDF source; gives its number.</summary>
    public int Add(string source)
    {
        _objects.Add(Encoding.Latin1.GetBytes(source));
        return _objects.Count;
    }

    /// <summary>Adds a stream; gives its number.</summary>
    /// <param name="entries">Entries of its dictionary beside the length.</param>
    public int AddStream(string content, string entries = "", bool isPacked = false) => AddStream(Encoding.Latin1.GetBytes(content), entries, isPacked);

    /// <inheritdoc cref="AddStream(string, string, bool)"/>
    public int AddStream(byte[] content, string entries = "", bool isPacked = false)
    {
        if (isPacked)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                zlib.Write(content);
            content = packed.ToArray();
            entries += "/Filter/FlateDecode";
        }

        _objects.Add([.. Encoding.Latin1.GetBytes($"<</Length {content.Length}{entries}>>\nstream\n"), .. content, .. "\nendstream"u8]);
        return _objects.Count;
    }

    /// <summary>Adds a page.</summary>
    /// <param name="content">Its drawing operators.</param>
    /// <param name="entries">Entries beside its content, fonts and size.</param>
    /// <param name="resources">Resources beside the fonts.</param>
    public void AddPage(double width, double height, string content, string entries = "", string resources = "", bool isPacked = false)
    {
        var stream = AddStream(content, "", isPacked);
        var box = entries.Contains("/MediaBox", StringComparison.Ordinal) ? "" : $"/MediaBox[0 0 {Number(width)} {Number(height)}]";
        _pages.Add(Add($"<</Type/Page/Parent {_tree} 0 R{box}/Resources<</Font {_fonts} 0 R{resources}>>/Contents {stream} 0 R{entries}>>"));
    }

    /// <summary>Adds a form: drawing operators that a page shows by name.</summary>
    public int AddForm(string content, double width, double height) =>
        AddStream(content, $"/Type/XObject/Subtype/Form/BBox[0 0 {Number(width)} {Number(height)}]/Resources<</Font {_fonts} 0 R>>");

    public byte[] ToBytes()
    {
        _objects[_tree - 1] = Encoding.Latin1.GetBytes($"<</Type/Pages/Kids[{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}]/Count {_pages.Count}>>");
        var catalog = Add($"<</Type/Catalog/Pages {_tree} 0 R{Catalog}>>");
        using var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var places = new List<long>();
        for (var i = 0; i < _objects.Count; i++)
        {
            places.Add(file.Position);
            Write($"{i + 1} 0 obj\n");
            file.Write(_objects[i]);
            Write("\nendobj\n");
        }

        var start = file.Position;
        Write($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            Write(place.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n");
        Write($"trailer\n<</Size {_objects.Count + 1}/Root {catalog} 0 R{Trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    internal static string Number(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);
}
