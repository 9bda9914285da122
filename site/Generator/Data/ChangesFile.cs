using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Data;

/// <summary><c>data/changes.csv</c>: what happened to the reports. It is no table of the archive's state, and only there where the history is.</summary>
public static class ChangesFile
{
    /// <summary>What it holds.</summary>
    public static DataTable Table { get; } = new(
        "changes", false, [], null, "变更", "Changes", "报告的新增、修订、更正、撤回和改名，最近的在前。", "What happened to the reports, newest first",
        [
            new DataColumn("date", ColumnType.Date, "日期", "Date", "", ""),
            new DataColumn("kind", ColumnType.Word, "变更", "Change", "", ""),
            new DataColumn("source", ColumnType.Text, "来源文件", "Source file", "", ""),
            new DataColumn("agency_id", ColumnType.Text, "机关编号", "Agency id", "", ""),
            new DataColumn("agency", ColumnType.Text, "机关", "Agency", "", ""),
            new DataColumn("year", ColumnType.Year, "年度", "Year", "", ""),
            new DataColumn("reason", ColumnType.Text, "原因", "Reason", "", ""),
        ]);

    /// <summary>The file of a history.</summary>
    public static OutputFile Of(ArchiveHistory history) => OutputFile.Long(Routes.ChangesData, stream =>
    {
        using var lines = new CsvLines(stream, [.. Table.Columns.Select(column => column.Name)]);
        foreach (var change in history.Changes)
        {
            lines.Field(Words.Of(change.Date));
            lines.Field(Words.Of(change.Kind));
            lines.Field(change.Path);
            lines.Field(change.Agency?.Register?.Id);
            lines.Field(change.Agency?.Name);
            lines.Field(change.Year?.ToString(CultureInfo.InvariantCulture) ?? "");
            lines.Field(change.Reason);
            lines.EndLine();
        }
    });
}
