using System.Text;
using CsvHelper;

namespace DisclosureArchive.Generator.Tests.Data.Tables;

/// <summary>A published CSV file as it stands.</summary>
internal static class CsvTable
{
    private const char Mark = '\uFEFF';

    /// <summary>Its header and its lines, field by field; a mark of UTF-8 at its beginning is left out.</summary>
    public static (string[] Header, List<string[]> Lines) Read(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart(Mark);
        using var reader = CsvReader.Create(new StringReader(text), CsvReaderOptions.Default, leaveOpen: false);
        var lines = new List<string[]>();
        while (reader.Read())
            lines.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        // The reader takes the first line for names; they hold no comma or quotation mark.
        return (text[..text.IndexOf('\n', StringComparison.Ordinal)].Split(','), lines);
    }
}
