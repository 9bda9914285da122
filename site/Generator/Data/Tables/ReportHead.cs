using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>What the rows of a report's tables begin with: the values of <see cref="DataTables.Shared"/>.</summary>
/// <param name="Source">Path of its main file in the input folder.</param>
/// <param name="AgencyId">Its agency's id in the register, or null.</param>
/// <param name="Agency">Its agency's name; empty if it can't be told.</param>
/// <param name="Year">The year reported on, or null.</param>
internal sealed record ReportHead(string Source, string? AgencyId, string Agency, int? Year)
{
    public static ReportHead Of(AnnualReport report) => new(report.Source.Path, report.Agency?.Id, DataFiles.AgencyName(report), report.Year?.Value);

    /// <summary>Begins a line with it.</summary>
    public void Write(CsvLines lines)
    {
        lines.Field(Source);
        lines.Field(AgencyId);
        lines.Field(Agency);
        lines.Field(Year);
    }
}
