using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DisclosureArchive.Generator.Archive;

namespace DisclosureArchive.Generator.Pages;

/// <summary>What the page of the data says of the archive to search engines for data: a schema.org <c>Dataset</c> as JSON-LD.</summary>
public static class DatasetCard
{
    // No <, > or & stays that would end a script element.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="address">Full address of the page; null if the archive's is not known.</param>
    /// <param name="description">What the archive is, where the settings do not say it.</param>
    /// <param name="files">Links from the page to the data files, with their media types.</param>
    public static string Of(ArchiveSettings settings, string? address, string description, IEnumerable<(string Link, string MediaType)> files) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object?>
            {
                ["@context"] = "https://schema.org",
                ["@type"] = "Dataset",
                ["name"] = settings.Title,
                ["description"] = settings.Description.Length > 0 ? settings.Description : description,
                ["url"] = address,
                ["license"] = settings.Licence.Length > 0 ? settings.Licence : null,
                ["creator"] = settings.Owner.Length > 0 ? new Dictionary<string, string> { ["@type"] = "Organization", ["name"] = settings.Owner } : null,
                ["inLanguage"] = "zh-CN",
                ["isAccessibleForFree"] = true,
                ["distribution"] = files.Select(file => new Dictionary<string, string>
                {
                    ["@type"] = "DataDownload",
                    ["contentUrl"] = file.Link,
                    ["encodingFormat"] = file.MediaType,
                }),
            }.Where(property => property.Value is not null).ToDictionary(),
            Plain);
}
