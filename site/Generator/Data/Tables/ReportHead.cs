using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>What the rows of a report's tables begin with: the values of <see cref="DataTables.Shared"/>.</summary>
/// <param name="Source">Path of its main file in the input folder.</param>
/// <param name="AgencyId">Its agency's id in the register, or null.</param>
/// <param name="Agency">Its agency's name; empty if it can't be told.</param>
/// <param name="Year">The year reported on, or null.</param>
internal sealed record ReportHead(string Source, string? AgencyId, string Agency, int? Year)
{
    /// <summary>The same as fields of CSV.</summary>
    public ReadOnlyMemory<byte> Fields { get; } = Write(Source, AgencyId, Agency, Year);

    public static ReportHead Of(AnnualReport report) => new(report.Source.Path, report.Agency?.Id, DataFiles.AgencyName(report), report.Year?.Value);

    private static byte[] Write(string source, string? agencyId, string agency, int? year)
    {
        using var bytes = new MemoryStream();
        using (var lines = CsvLines.Bare(bytes))
        {
            lines.Field(source);
            lines.Field(agencyId);
            lines.Field(agency);
            lines.Field(year);
        }

        return bytes.ToArray();
    }
}
