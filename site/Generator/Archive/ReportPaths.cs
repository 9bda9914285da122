namespace DisclosureArchive.Generator.Archive;

/// <summary>Where a report's files stand in the output.</summary>
public static class ReportPaths
{
    /// <summary>Its page.</summary>
    public static string Page(ReportEntry report) => $"agencies/{report.AgencyKey}/{report.Slug}.html";

    /// <summary>Its data.</summary>
    public static string Json(ReportEntry report) => $"agencies/{report.AgencyKey}/{report.Slug}.json";

    /// <summary>Its source file as it was received.</summary>
    public static string Source(ReportEntry report) =>
        $"agencies/{report.AgencyKey}/{report.Slug}/{PathName.OfSource(report.Source.Path[(report.Source.Path.LastIndexOf('/') + 1)..], report.Source.BeginsLikeMarkup)}";
}
