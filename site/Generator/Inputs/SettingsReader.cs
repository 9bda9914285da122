using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>Reads <c>archive.yml</c>.</summary>
public static class SettingsReader
{
    private const long Megabyte = 1 << 20;
    private const int LargestFile = 1000;
    private const int LargestExpanded = 4000;
    private const int LongestTime = 3600;

    /// <summary>What is right in it is used even if something else is wrong.</summary>
    /// <param name="content">Its bytes; null if there are too many.</param>
    public static ArchiveSettings Read(byte[]? content, out ImmutableArray<Diagnostic> diagnostics)
    {
        var fields = YamlFields.Read(content);
        var settings = new ArchiveSettings(
            fields.Text("title") is { Length: > 0 } title ? title : ArchiveSettings.Default.Title,
            fields.Text("description") ?? "",
            fields.Text("notice") ?? "",
            fields.Address("base_url")?.TrimEnd('/') ?? "",
            fields.Text("owner") ?? "",
            fields.Text("contact") ?? "",
            fields.Text("licence") ?? "")
        {
            Disclaimer = fields.Text("disclaimer") ?? "",
            Filings = fields.Texts("filings"),
            Repository = fields.Address("repository")?.TrimEnd('/') ?? "",
            History = fields.Flag("history") ?? false,
            Limits = ReadLimits(fields.Inner("limits")),
        };
        diagnostics =
        [
            .. fields.Problems.Select(problem => DiagnosticRules.SettingsInvalid.For(problem)),
            .. fields.Unknown.Select(unknown => DiagnosticRules.SettingsInvalid.For($"“{unknown}”不是可用的项目，已忽略")),
        ];
        return settings;
    }

    private static ReadingLimits ReadLimits(YamlFields? fields)
    {
        if (fields is null)
            return ReadingLimits.Default;
        var limits = new ReadingLimits(
            fields.Whole("file_mb", LargestFile) * Megabyte ?? ReadingLimits.Default.FileBytes,
            fields.Whole("expanded_mb", LargestExpanded) * Megabyte ?? ReadingLimits.Default.ExpandedBytes,
            fields.Whole("seconds", LongestTime) is { } seconds ? TimeSpan.FromSeconds(seconds) : ReadingLimits.Default.Time);
        foreach (var unknown in fields.Unknown)
            fields.Problem(0, $"“limits.{unknown}”不是可用的项目，已忽略");
        return limits;
    }
}
