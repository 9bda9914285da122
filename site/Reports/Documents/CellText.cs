using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Documents;

/// <summary>Cleans the text of a cell as readers find it.</summary>
public static class CellText
{
    /// <summary>One line's text: every kind of space made plain, invisible characters dropped, trimmed.</summary>
    public static string Clean(string text) => TextFolding.FoldSpaces(text).Trim();
}
