using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Archive;

/// <summary>A report that was withdrawn, with its place: its page and JSON stay and say so; nothing else of it is published.</summary>
/// <param name="AgencyKey">Folder of its agency under <c>agencies/</c>.</param>
/// <param name="Slug">Its page's name without <c>.html</c>, as <see cref="ReportEntry.Slug"/>.</param>
/// <param name="Report">What is still known of it.</param>
public sealed record WithdrawnEntry(string AgencyKey, string Slug, WithdrawnReport Report)
{
    /// <summary>Its page.</summary>
    public string Page => $"agencies/{AgencyKey}/{Slug}.html";

    /// <summary>Its data: that it was withdrawn.</summary>
    public string Json => $"agencies/{AgencyKey}/{Slug}.json";
}

/// <summary>What is known of a report that was withdrawn.</summary>
/// <param name="Path">The report file's path in the input folder, whether it is still there or not.</param>
/// <param name="Agency">The agency in the register; null if it is not in it.</param>
/// <param name="AgencyName">Full name of the agency; null if it can't be told.</param>
/// <param name="Title">Its title; empty if its file is gone.</param>
/// <param name="Source">Its file; null if that is gone.</param>
public sealed record WithdrawnReport(string Path, Agency? Agency, string? AgencyName, int? Year, string Title, Withdrawal Withdrawal, SourceInfo? Source)
{
    /// <summary>A report whose file is still there.</summary>
    public static WithdrawnReport Of(ReportSummary report) =>
        new(report.Source.Path, report.Agency, report.AgencyName, report.Year, report.Title, report.Withdrawal!, report.Source);

    /// <summary>A report of which only the sidecar is left.</summary>
    public static WithdrawnReport Of(WithdrawnFile file, AgencyRegister register)
    {
        var agency = register.Find(file.Agency);
        return new WithdrawnReport(file.Path, agency, agency?.Name ?? file.Agency, file.Year, "", file.Withdrawal, null);
    }
}
