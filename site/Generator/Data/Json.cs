using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Data;

/// <summary>How JSON is written: Chinese stays readable, a line ends the file.</summary>
internal static class Json
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static readonly JsonWriterOptions Indented = Options with { Indented = true };

    /// <summary>A JSON file's bytes.</summary>
    public static ReadOnlyMemory<byte> Bytes(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, options))
            write(json);
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>JSON for a console: indented.</summary>
    public static string Text(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Bytes(Indented, write).Span);

    /// <summary>A list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string?> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>The short form of a location; nothing for nowhere.</summary>
    public static void WriteLocation(this Utf8JsonWriter json, SourceLocation location)
    {
        if (location.IsNone)
            return;
        Span<byte> text = stackalloc byte[SourceLocation.MaxLength];
        location.TryFormat(text, out var length, default, null);
        json.WriteString("location"u8, text[..length]);
    }

    /// <summary>A number or null.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>A text, or nothing for none.</summary>
    public static void WriteIfAny(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }
}
