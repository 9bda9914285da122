using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Good to know; nothing to do.</summary>
    Info,

    /// <summary>The report is published, but somebody should look at it.</summary>
    Warning,

    /// <summary>Something of the report could not be published as it should; <c>check</c> exits with 1.</summary>
    Error,
}

/// <summary>One entry of the closed catalogue <see cref="DiagnosticRules"/>: what can be said of a file.</summary>
/// <param name="Code">Stable code such as <c>DA2001</c>; never reused for another meaning.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Chinese">Message in Chinese with <c>{0}</c>, <c>{1}</c> … for the arguments.</param>
/// <param name="English">The same in English.</param>
/// <param name="RemedyChinese">What to do, in Chinese.</param>
/// <param name="RemedyEnglish">What to do, in English.</param>
public sealed record DiagnosticRule(
    string Code, Severity Severity, string Chinese, string English, string RemedyChinese, string RemedyEnglish)
{
    /// <summary>Whether it speaks of the machine rather than of the file, so that another build may find otherwise: a program that is not installed, a time limit.</summary>
    public bool IsOfMachine { get; init; }

    public Diagnostic At(SourceLocation location, params ImmutableArray<string> arguments) => new(this, location, arguments);

    /// <summary>For the file as a whole.</summary>
    public Diagnostic For(params ImmutableArray<string> arguments) => new(this, SourceLocation.None, arguments);
}

/// <summary>A <see cref="DiagnosticRule"/> that applies at a place of a file. The file itself is known to whoever holds the diagnostic.</summary>
public sealed record Diagnostic(DiagnosticRule Rule, SourceLocation Location, ImmutableArray<string> Arguments)
{
    /// <summary>Stands where an argument was not given: what is said of a file must never fail for how it is said.</summary>
    public const string Absent = "—";

    public string Code => Rule.Code;

    public Severity Severity => Rule.Severity;

    public string Chinese => Format(Rule.Chinese);

    public string English => Format(Rule.English);

    /// <summary>What to do, in Chinese.</summary>
    public string RemedyChinese => Format(Rule.RemedyChinese);

    /// <summary>What to do, in English.</summary>
    public string RemedyEnglish => Format(Rule.RemedyEnglish);

    private string Format(string template)
    {
        var format = CompositeFormat.Parse(template);
        var absent = Math.Max(0, format.MinimumArgumentCount - Arguments.Length);
        return string.Format(CultureInfo.InvariantCulture, format, [.. Arguments, .. Enumerable.Repeat(Absent, absent)]);
    }
}
