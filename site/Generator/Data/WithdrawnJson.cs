using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Data;

/// <summary>What stands at the address of a withdrawn report's JSON: that it was withdrawn, when and why; none of its figures.</summary>
public static class WithdrawnJson
{
    /// <summary>The files of all withdrawn reports, at the addresses that their agencies had before too.</summary>
    public static IEnumerable<OutputFile> Of(ReportArchive archive) =>
        from agency in archive.Agencies
        from entry in agency.Withdrawn
        from path in agency.FormerPaths(entry.Json).Prepend(entry.Json)
        select new OutputFile(path, () => Of(agency, entry));

    private static ReadOnlyMemory<byte> Of(AgencyEntry agency, WithdrawnEntry entry) => Json.Bytes(Json.Options, json =>
    {
        var report = entry.Report;
        json.WriteStartObject();
        json.WriteSchema(entry.Json, JsonSchemas.Withdrawn);
        ReportJson.WriteGenerator(json);
        json.WriteStartObject("source"u8);
        json.WriteString("path"u8, report.Path);
        if (report.Source is { } source)
        {
            json.WriteString("sha256"u8, source.Sha256);
            json.WriteNumber("size"u8, source.Size);
            json.WriteString("format"u8, Words.Of(source.Format));
        }

        json.WriteEndObject();
        json.WriteStartObject("agency"u8);
        json.WriteIfAny("id"u8, agency.Register?.Id);
        json.WriteString("name"u8, agency.IsUnidentified ? "" : agency.Name);
        json.WriteEndObject();
        if (report.Year is { } year)
            json.WriteNumber("year"u8, year);
        json.WriteIfAny("title"u8, report.Title);
        json.WriteStartObject("withdrawn"u8);
        json.WriteString("date"u8, Words.Of(report.Withdrawal.Date));
        json.WriteString("reason"u8, report.Withdrawal.Reason);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
