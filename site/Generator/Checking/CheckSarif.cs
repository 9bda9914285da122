using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Checking;

/// <summary>What <c>check</c> found, as SARIF 2.1.0 (OASIS): rules are the whole catalogue of diagnostics, relations that do not hold are results as well.</summary>
internal static class CheckSarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly ImmutableArray<DiagnosticRule> Rules = [.. DiagnosticRules.All.Values];

    public static void Write(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartObject();
        json.WriteString("$schema"u8, Schema);
        json.WriteString("version"u8, "2.1.0");
        json.WriteStartArray("runs"u8);
        json.WriteStartObject();
        WriteTool(json);
        json.WriteString("columnKind"u8, "utf16CodeUnits");
        json.WriteString("language"u8, "zh-CN");
        WriteFiles(json, result);
        json.WriteStartArray("results"u8);
        foreach (var remark in result.Remarks)
            WriteResult(json, remark);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool"u8);
        json.WriteStartObject("driver"u8);
        json.WriteString("name"u8, "DisclosureArchive");
        json.WriteString("version"u8, typeof(CheckSarif).Assembly.GetName().Version!.ToString(3));
        json.WriteString("language"u8, "zh-CN");
        json.WriteStartArray("rules"u8);
        foreach (var rule in Rules)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, rule.Code);
            WriteText(json, "shortDescription"u8, rule.Chinese);
            WriteText(json, "fullDescription"u8, $"{rule.Chinese} {rule.English}");
            json.WriteStartObject("messageStrings"u8);
            WriteText(json, "zh"u8, rule.Chinese);
            WriteText(json, "en"u8, rule.English);
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration"u8);
            json.WriteString("level"u8, Level(rule.Severity));
            json.WriteEndObject();
            WriteText(json, "help"u8, $"{rule.RemedyChinese} {rule.RemedyEnglish}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartArray("artifacts"u8);
        foreach (var (name, source) in result.Reports.SelectMany(report => report.Files.Zip(report.Entry.Sources)))
        {
            json.WriteStartObject();
            json.WriteStartObject("location"u8);
            json.WriteString("uri"u8, UriOf(name));
            json.WriteEndObject();
            json.WriteNumber("length"u8, source.Size);
            json.WriteStartObject("hashes"u8);
            json.WriteString("sha-256"u8, source.Sha256);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, Remark remark)
    {
        var diagnostic = remark.Diagnostic;
        json.WriteStartObject();
        json.WriteString("ruleId"u8, diagnostic.Code);
        json.WriteNumber("ruleIndex"u8, Rules.IndexOf(diagnostic.Rule));
        json.WriteString("level"u8, remark.Relation is null ? Level(diagnostic.Severity) : "error");
        WriteText(json, "message"u8, $"{diagnostic.Chinese} {diagnostic.RemedyChinese}");
        json.WriteStartArray("locations"u8);
        json.WriteStartObject();
        WritePlace(json, remark.File, remark.Line, remark.Within);
        json.WriteEndObject();
        json.WriteEndArray();
        if (remark.Relation is { } relation)
        {
            var id = 0;
            json.WriteStartArray("relatedLocations"u8);
            foreach (var (side, cell) in relation.Left.Telling.Select(cell => ("左边", cell)).Concat(relation.Right.Telling.Select(cell => ("右边", cell))))
            {
                var at = new FilePlace(cell.File, cell.Figure?.Location ?? default);
                json.WriteStartObject();
                json.WriteNumber("id"u8, ++id);
                WritePlace(json, at.File, at.Line, at.Within);
                WriteText(json, "message"u8, $"{side} {cell.Label}：{ConsoleText.Value(cell.Figure)}");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        // The same finding has the same fingerprint in the next run, even if lines moved.
        json.WriteStartObject("partialFingerprints"u8);
        json.WriteString("disclosureArchive/v1"u8, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', new[] { diagnostic.Code, remark.File, remark.Relation?.Finding.Relation ?? "" }.Concat(diagnostic.Arguments))))));
        json.WriteEndObject();
        json.WriteStartObject("properties"u8);
        json.WriteString("english"u8, diagnostic.English);
        json.WriteString("remedyEnglish"u8, diagnostic.RemedyEnglish);
        json.WriteIfAny("relation"u8, remark.Relation?.Finding.Relation);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, string file, int line, SourceLocation within)
    {
        json.WriteStartObject("physicalLocation"u8);
        json.WriteStartObject("artifactLocation"u8);
        json.WriteString("uri"u8, UriOf(file));
        json.WriteEndObject();
        if (line > 0)
        {
            json.WriteStartObject("region"u8);
            json.WriteNumber("startLine"u8, line);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (within.IsNone)
            return;
        json.WriteStartArray("logicalLocations"u8);
        json.WriteStartObject();
        json.WriteString("name"u8, within.ToChinese());
        json.WriteString("fullyQualifiedName"u8, within.ToString());
        json.WriteString("kind"u8, within.Cell > 0 ? "cell" : within.Row > 0 ? "row" : within.Table > 0 ? "table" : within.Page > 0 ? "page" : "paragraph");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>A text; what would be a link in it is none, since reports come from strangers.</summary>
    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, text.Replace("](", "] (", StringComparison.Ordinal));
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>A relative reference.</summary>
    private static string UriOf(string file) =>
        Routes.Encoded(Path.IsPathRooted(file) ? Path.GetRelativePath(Environment.CurrentDirectory, file).Replace('\\', '/') : file);
}
