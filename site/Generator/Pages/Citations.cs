using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>How a report is cited, and what its page says of it to machines.</summary>
/// <param name="Agency">Who published it; null if that is not known.</param>
/// <param name="Title">Its title.</param>
/// <param name="Published">When; null if it does not say.</param>
/// <param name="Year">The year that it is about; null if that is not known.</param>
/// <param name="Key">A name for it in lists of literature, unlike those of other reports.</param>
/// <param name="Address">Its page here if the archive's address is known, else where its source was taken from; null if neither is.</param>
/// <param name="Sha256">Checksum of its source, by which a copy can be told to be the same.</param>
public sealed record CitedReport(string? Agency, string Title, DateOnly? Published, int? Year, string Key, string? Address, string Sha256)
{
    // The encoder of JSON leaves Chinese as it is, but no <, > or & that would end a script element.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = false };

    private static readonly JsonWriterOptions Readable = Plain with { Indented = true, NewLine = "\n" };

    public static CitedReport Of(AgencyEntry agency, ReportEntry entry, AnnualReport report, string title, Frames frames) => new(
        agency.IsUnidentified ? null : agency.Name, title, report.Published?.Value, entry.Year, $"{agency.Key}-{entry.Slug}",
        frames.Address(Routes.Report(entry)) ?? report.Url, entry.Source.Sha256);

    public Citation Fill() => new(National(), BibTex(), Text(Csl, Readable));

    /// <summary>GB/T 7714: author, title [R/OL], date, address. The day of access is the reader's to add.</summary>
    private string National()
    {
        var text = new StringBuilder();
        if (Agency is not null)
            text.Append(Agency).Append(". ");
        text.Append(Title).Append("[R/OL]. ");
        if (Published is { } date)
            text.Append('(').Append(Numbers.Date(date)).Append("). ");
        if (Address is not null)
            text.Append(Address).Append(". ");
        return text.Append("SHA-256: ").Append(Sha256).Append('.').ToString();
    }

    private string BibTex()
    {
        var text = new StringBuilder($"@techreport{{{Bare(Key)},\n");
        void Field(string name, string? value)
        {
            if (value is not null)
                text.Append(CultureInfo.InvariantCulture, $"  {name} = {{{Escaped(value)}}},\n");
        }

        Field("title", Title);
        Field("author", Agency is null ? null : $"{{{Agency}}}");
        Field("institution", Agency);
        Field("date", Published is { } date ? Numbers.Date(date) : null);
        Field("year", (Published?.Year ?? Year)?.ToString(CultureInfo.InvariantCulture));
        Field("url", Address);
        Field("note", $"SHA-256: {Sha256}");
        return text.Append("}\n").ToString();
    }

    private void Csl(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("id", Key);
        json.WriteString("type", "report");
        json.WriteString("title", Title);
        if (Agency is not null)
        {
            json.WriteStartArray("author");
            json.WriteStartObject();
            json.WriteString("literal", Agency);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("publisher", Agency);
        }

        if (Published is { } date)
        {
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            json.WriteNumberValue(date.Year);
            json.WriteNumberValue(date.Month);
            json.WriteNumberValue(date.Day);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        if (Address is not null)
            json.WriteString("URL", Address);
        json.WriteString("language", "zh-CN");
        json.WriteString("note", $"SHA-256: {Sha256}");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The tags of reference managers, and those that the pages of Chinese government bodies bear.</summary>
    public IEnumerable<(string Name, string Content)> Tags(string column)
    {
        (string, string?)[] tags =
        [
            ("citation_title", Title), ("citation_author", Agency), ("citation_technical_report_institution", Agency),
            ("citation_publication_date", Published?.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)), ("citation_language", "zh"), ("citation_public_url", Address),
            ("ColumnName", column), ("ArticleTitle", Title), ("PubDate", Published is { } date ? Numbers.Date(date) : null), ("ContentSource", Agency),
        ];
        return tags.Where(tag => tag.Item2 is { Length: > 0 }).Select(tag => (tag.Item1, tag.Item2!));
    }

    /// <summary>A schema.org <c>Report</c> as JSON-LD.</summary>
    /// <param name="archive">What the archive is called.</param>
    /// <param name="source">Link from the page to the source file.</param>
    public string StructuredData(string archive, string source) => Text(json =>
    {
        void Thing(string name, string type, string title)
        {
            json.WriteStartObject(name);
            json.WriteString("@type", type);
            json.WriteString("name", title);
            json.WriteEndObject();
        }

        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "Report");
        json.WriteString("name", Title);
        json.WriteString("inLanguage", "zh-CN");
        if (Agency is not null)
            Thing("author", "GovernmentOrganization", Agency);
        if (Published is { } date)
            json.WriteString("datePublished", Numbers.Date(date));
        if (Year is { } year)
            json.WriteString("temporalCoverage", $"{year}");
        if (Address is not null)
            json.WriteString("url", Address);
        Thing("isPartOf", "Dataset", archive);
        json.WriteStartObject("encoding");
        json.WriteString("@type", "MediaObject");
        json.WriteString("contentUrl", source);
        json.WriteString("sha256", Sha256);
        json.WriteEndObject();
        json.WriteEndObject();
    }, Plain);

    private static string Text(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, options))
            write(json);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>What a BibTeX key may hold.</summary>
    private static string Bare(string key) => new([.. key.Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')]);

    private static string Escaped(string value) => value.Replace("%", "\\%", StringComparison.Ordinal).Replace("&", "\\&", StringComparison.Ordinal)
        .Replace("#", "\\#", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
