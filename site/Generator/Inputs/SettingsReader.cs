using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>Reads <c>archive.yml</c>.</summary>
public static class SettingsReader
{
    /// <summary>What is right in it is used even if something else is wrong.</summary>
    public static ArchiveSettings Read(byte[] content, out ImmutableArray<Diagnostic> diagnostics)
    {
        var fields = YamlFields.Read(content);
        var settings = new ArchiveSettings(
            fields.Text("title") is { Length: > 0 } title ? title : ArchiveSettings.Default.Title,
            fields.Text("description") ?? "",
            fields.Text("notice") ?? "",
            fields.Address("base_url")?.TrimEnd('/') ?? "",
            fields.Text("owner") ?? "",
            fields.Text("contact") ?? "",
            fields.Text("licence") ?? "");
        diagnostics =
        [
            .. fields.Problems.Select(problem => DiagnosticRules.SettingsInvalid.For(problem)),
            .. fields.Unknown.Select(unknown => DiagnosticRules.SettingsInvalid.For($"“{unknown}”不是可用的项目，已忽略")),
        ];
        return settings;
    }
}
