using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;

namespace DisclosureArchive.Generator.Pages;

/// <summary>What a report is called where its agency is not named beside it.</summary>
public static class ReportTitle
{
    /// <summary>The report's own title; its agency before it where the title does not name it.</summary>
    /// <param name="title">The title that it has itself; empty if none.</param>
    public static string Of(AgencyEntry agency, ReportEntry entry, string title, Terms terms)
    {
        if (title.Length == 0)
            return agency.IsUnidentified
                ? terms.Words["report.title.unidentified", Terms.FileName(entry)]
                : terms.Words["report.title", agency.Name, terms.Year(entry)];
        ImmutableArray<string> names = [agency.Name, .. agency.Register?.Aliases ?? []];
        return agency.IsUnidentified || names.Any(name => title.Contains(name, StringComparison.Ordinal))
            ? title
            : $"{agency.Name} {title}";
    }
}
