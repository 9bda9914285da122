using DisclosureArchive.Generator.Data;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Documents;

/// <summary>
/// The official forms as Word files whose places are not filled yet, by edition: what the page needs that makes a report's file in the browser.
/// A script that sets <c>archiveDocuments</c> by calling it with the parts.
/// </summary>
public static class FormDocumentsScript
{
    public static ReadOnlyMemory<byte> Content() => AgencyFigures.Script("archiveDocuments", json =>
    {
        json.WriteStartObject();
        foreach (var edition in Editions.All)
        {
            json.WriteStartObject(edition.Id);
            foreach (var (name, content) in FormDocument.Template(edition))
                json.WriteString(name, content);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });
}
