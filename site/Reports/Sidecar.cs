using System.Collections.Immutable;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports;

/// <summary>What <c>&lt;file&gt;.yml</c> beside a report declares of it; each null if it says nothing.</summary>
/// <param name="Agency">Full name or register id of the agency.</param>
/// <param name="Year">The year reported on.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Url">Where it was taken from.</param>
/// <param name="Accessed">When it was taken from there.</param>
/// <param name="Current">Whether this file is the current revision of its agency and year.</param>
/// <param name="Corrections">Declared corrections.</param>
/// <param name="Form">The edition of the form that it uses, where its tables do not tell.</param>
/// <param name="Transcription">Figures copied by hand from a file that has none that a machine can read.</param>
/// <param name="Withdrawal">That the report was withdrawn.</param>
public sealed record Sidecar(
    string? Agency = null,
    int? Year = null,
    DateOnly? Published = null,
    string? Url = null,
    DateOnly? Accessed = null,
    bool? Current = null,
    ImmutableArray<Correction> Corrections = default,
    FormEdition? Form = null,
    Transcription? Transcription = null,
    Withdrawal? Withdrawal = null)
{
    public static readonly Sidecar None = new(Corrections: []);
}
