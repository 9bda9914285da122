using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Data;

/// <summary><c>opensearch.xml</c>: what a browser needs to offer the archive among its search engines. It has to hold the archive's own address.</summary>
public static class OpenSearch
{
    // OpenSearch 1.1 allows no more characters.
    private const int LongestShortName = 16;
    private const int LongestName = 48;

    private static readonly XNamespace Names = "http://a9.com/-/spec/opensearch/1.1/";

    public static OutputFile Of(ArchiveSettings settings) => new(Routes.OpenSearch, () => Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new XElement(
            Names + "OpenSearchDescription",
            new XElement(Names + "ShortName", Beginning(settings.Title, LongestShortName)),
            new XElement(Names + "LongName", Beginning(settings.Title, LongestName)),
            new XElement(Names + "Description", $"在“{Beginning(settings.Title, LongestName)}”里检索报告"),
            new XElement(Names + "Language", "zh-CN"),
            new XElement(Names + "InputEncoding", "UTF-8"),
            new XElement(
                Names + "Url",
                new XAttribute("type", "text/html"),
                new XAttribute("template", $"{settings.BaseUrl}/{Routes.Search}?q={{searchTerms}}")))
            .ToString().ReplaceLineEndings("\n") + "\n"));

    private static string Beginning(string text, int length) => new StringInfo(text) is var title && title.LengthInTextElements > length
        ? title.SubstringByTextElements(0, length)
        : text;
}
