using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Data;

/// <summary><c>data/diagnostics.json</c>: all that is to be said of the input, first of the archive, then report by report.</summary>
public static class DiagnosticsJson
{
    public static void Write(Stream stream, ReportArchive archive, IReportStore store)
    {
        using (var json = new Utf8JsonWriter(stream, Json.Options))
        {
            json.WriteStartObject();
            json.WriteSchema(Routes.DiagnosticsData, JsonSchemas.Diagnostics);
            json.WriteStartArray("diagnostics"u8);
            foreach (var (path, diagnostic) in archive.Diagnostics)
                Write(json, diagnostic, path);
            foreach (var entry in archive.Reports)
            {
                if (entry.Worst is null)
                    continue;
                foreach (var diagnostic in store.Load(entry).Diagnostics)
                    Write(json, diagnostic, entry.Source.Path);
                foreach (var diagnostic in entry.Added)
                    Write(json, diagnostic, entry.Source.Path);
                if (json.BytesPending > 64 * 1024)
                    json.Flush();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    /// <summary>One diagnostic; without <paramref name="file"/> where the file is plain from the context, and without a line where that is 0.</summary>
    internal static void Write(Utf8JsonWriter json, Diagnostic diagnostic, string? file, int line = 0)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, diagnostic.Code);
        json.WriteString("severity"u8, Words.Of(diagnostic.Severity));
        json.WriteIfAny("file"u8, file);
        if (line > 0)
            json.WriteNumber("line"u8, line);
        json.WriteLocation(diagnostic.Location);
        json.WriteString("chinese"u8, diagnostic.Chinese);
        json.WriteString("english"u8, diagnostic.English);
        json.WriteString("remedy_chinese"u8, diagnostic.RemedyChinese);
        json.WriteString("remedy_english"u8, diagnostic.RemedyEnglish);
        json.WriteEndObject();
    }
}
