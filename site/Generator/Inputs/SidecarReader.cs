using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>Reads a sidecar, <c>&lt;file&gt;.yml</c>: what a person declares of the report beside it.</summary>
public static class SidecarReader
{
    public const string Extension = ".yml";

    public static bool IsSidecar(string name) => name.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>Name of the report that a sidecar of this name belongs to.</summary>
    public static string ReportOf(string name) => name[..^Extension.Length];

    /// <summary>What is right in it is used even if something else is wrong.</summary>
    /// <param name="name">The sidecar's file name, for the diagnostics.</param>
    /// <param name="content">Its bytes; null if there are too many.</param>
    public static Sidecar Read(string name, byte[]? content, out ImmutableArray<Diagnostic> diagnostics)
    {
        var told = ImmutableArray.CreateBuilder<Diagnostic>();
        var fields = YamlFields.Read(content);
        var sidecar = new Sidecar(
            fields.Text("agency") is { Length: > 0 } agency ? agency : null,
            fields.Year("year"), fields.Date("published"), fields.Address("url"), fields.Date("accessed"), fields.Flag("current"),
            ReadCorrections(name, fields, told), ReadForm(fields), ReadTranscription(name, fields, told), ReadWithdrawal(name, fields, told));
        foreach (var problem in fields.Problems)
            told.Add(DiagnosticRules.SidecarInvalid.For(name, problem));
        foreach (var unknown in fields.Unknown)
            told.Add(DiagnosticRules.SidecarUnknownField.For(name, unknown));
        diagnostics = told.ToImmutable();
        return sidecar;
    }

    private static FormEdition? ReadForm(YamlFields fields)
    {
        var line = fields.LineOf("form");
        if (fields.Text("form") is not { Length: > 0 } form)
            return null;
        var edition = Editions.All.FirstOrDefault(edition => edition.Id == form);
        if (edition is null)
            fields.Problem(line, $"form 应是 {string.Join("、", Editions.All.Select(known => known.Id))} 之一，现为“{form}”");
        return edition;
    }

    /// <summary>A report is not taken back without a date and a reason: readers who cited it must learn why.</summary>
    private static Withdrawal? ReadWithdrawal(string name, YamlFields fields, ImmutableArray<Diagnostic>.Builder told)
    {
        var line = Math.Max(fields.LineOf("withdrawn"), fields.LineOf("reason"));
        var problems = fields.Problems.Count;
        var date = fields.Date("withdrawn");
        var reason = fields.Text("reason")?.ReplaceLineEndings(" ") ?? "";
        if (date is { } day && reason.Length > 0)
            return new Withdrawal(day, reason);
        if (line > 0 && fields.Problems.Count == problems)
            told.Add(DiagnosticRules.WithdrawalIncomplete.At(
                SourceLocation.InSidecar((int)line), name, date is null ? "withdrawn" : "reason"));
        return null;
    }

    /// <summary>Who transcribed figures must be said: readers can't trust figures of unknown hands.</summary>
    private static Transcription? ReadTranscription(string name, YamlFields fields, ImmutableArray<Diagnostic>.Builder told)
    {
        var line = Math.Max(fields.LineOf("transcribed_by"), fields.LineOf("figures"));
        var by = fields.Text("transcribed_by")?.ReplaceLineEndings(" ") ?? "";
        var figures = fields.Mapping("figures") ?? [];
        if (by.Length > 0 && figures.Count > 0)
            return new Transcription(by,
                [.. figures.Select(entry => new TranscribedLine(
                    entry.Name, entry.IsList, [.. entry.Texts.Select(text => new TranscribedValue(text.Text, text.Line))], entry.Line))]);
        if (line > 0)
            told.Add(DiagnosticRules.TranscriptionIncomplete.At(
                SourceLocation.InSidecar((int)line), name, by.Length == 0 ? "没有写明由谁抄录（transcribed_by）" : "没有写抄录的数字（figures）"));
        return null;
    }

    private static ImmutableArray<Correction> ReadCorrections(string name, YamlFields fields, ImmutableArray<Diagnostic>.Builder told)
    {
        var corrections = ImmutableArray.CreateBuilder<Correction>();
        foreach (var (item, line) in fields.List("corrections"))
        {
            var cell = item.Text("cell");
            var expect = item.Text("expect");
            var value = item.Number("value");
            var reason = item.Text("reason");
            if (cell is { Length: > 0 } && expect is not null && value is not null && reason is { Length: > 0 })
                corrections.Add(new Correction(cell, expect, value.Value, reason));
            else
                item.Problem(line, "每条更正都要写明 cell、expect、value 和 reason");
            foreach (var unknown in item.Unknown)
                told.Add(DiagnosticRules.SidecarUnknownField.For(name, $"corrections.{unknown}"));
        }

        return corrections.ToImmutable();
    }
}
