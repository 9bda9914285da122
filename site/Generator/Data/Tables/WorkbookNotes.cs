using DisclosureArchive.Generator.Archive;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>The first sheet of the workbook: what the others hold and how to read them.</summary>
internal static class WorkbookNotes
{
    /// <summary>Each a heading and what it says.</summary>
    /// <param name="tables">Those of the other sheets.</param>
    public static IEnumerable<(string Heading, string Text)> Of(ArchiveSettings settings, IEnumerable<DataTable> tables)
    {
        yield return ("名称", settings.Title);
        foreach (var (heading, text) in ((string, string)[])[("简介", settings.Description), ("注意", settings.Notice), ("地址", settings.BaseUrl), ("许可", settings.Licence)])
            if (text.Length > 0)
                yield return (heading, text);
        yield return ("怎样读", "空白不等于 0。没有数字的格写明原因；空着的格，是该版格式没有这一项。金额单位是万元。");
        foreach (var state in Words.StatesWithoutNumber)
            yield return (SpreadsheetWords.Of(Words.Of(state)), Theme.Words.Chinese[$"state.{Words.Of(state)}.meaning"]);
        foreach (var table in tables)
            yield return (table.Label, table.Meaning);
    }
}
