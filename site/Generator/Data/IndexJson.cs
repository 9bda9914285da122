using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// <c>data/index.json</c>: what the archive is, and every agency on a line of its own, with the address of its data. It is where a program begins;
/// the data files are listed by the Data Package.
/// </summary>
public static class IndexJson
{
    /// <summary>The version of the published data's contract. It grows when a member is removed, renamed or means something else; not when one is added.</summary>
    public const int DataVersion = 1;

    public static OutputFile Of(ReportArchive archive) => new(Routes.ArchiveData, () => Json.Bytes(Json.Options, json => Write(json, archive)));

    private static void Write(Utf8JsonWriter json, ReportArchive archive)
    {
        var settings = archive.Settings;
        json.WriteStartObject();
        json.WriteSchema(Routes.ArchiveData, JsonSchemas.Index);
        json.WriteString("title"u8, settings.Title);
        json.WriteIfAny("description"u8, settings.Description);
        json.WriteIfAny("notice"u8, settings.Notice);
        json.WriteIfAny("address"u8, settings.BaseUrl);
        json.WriteIfAny("owner"u8, settings.Owner);
        json.WriteIfAny("contact"u8, settings.Contact);
        json.WriteIfAny("licence"u8, settings.Licence);
        json.WriteNumber("data_version"u8, DataVersion);
        json.WriteStartObject("generator"u8);
        json.WriteString("name"u8, "DisclosureArchive");
        json.WriteString("version"u8, ProgramVersion.Text);
        json.WriteEndObject();
        json.WriteString("data_package"u8, Routes.DataPackage);
        json.WriteString("forms"u8, Routes.FormsData);
        json.WriteString("diagnostics"u8, Routes.DiagnosticsData);
        json.WriteStartObject("counts"u8);
        json.WriteNumber("agencies"u8, archive.Agencies.Length);
        json.WriteNumber("reports"u8, archive.Reports.Count());
        json.WriteNumber("current"u8, archive.Reports.Count(report => report.IsCurrent));
        json.WriteEndObject();
        AgencyJson.WriteYears(json, "years"u8, archive.Reports.Select(report => report.Year).OfType<int>().Distinct().Order());
        json.WriteStartArray("agencies"u8);
        foreach (var agency in archive.Agencies)
            json.WriteRawValue(Line(agency), skipInputValidation: true);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> Line(AgencyEntry agency)
    {
        var line = Json.Bytes(Json.Options, json =>
        {
            json.WriteStartObject();
            AgencyJson.WriteNames(json, agency);
            json.WriteString("page"u8, Routes.Agency(agency.Key));
            json.WriteString("json"u8, Routes.AgencyData(agency.Key));
            json.WriteNumber("reports"u8, agency.Reports.Length);
            AgencyJson.WriteYears(json, "years"u8, agency.Current.Select(report => report.Year).OfType<int>().Distinct());
            json.WriteEndObject();
        });
        byte[] separate = [.. "\n"u8, .. line.Span[..^1]];
        return separate;
    }
}
