namespace DisclosureArchive.Generator.Archive;

/// <summary>
/// How much of a report's prose (sections 一, 五, 六) stands in the report of the year before as well. A sentence counts as repeated if the earlier
/// report has the same in any of these sections, digits apart.
/// </summary>
/// <param name="Sentences">How many sentences the later report has.</param>
/// <param name="RepeatedSentences">How many of them are repeated.</param>
/// <param name="Characters">How many characters the later report has, white space left out.</param>
/// <param name="RepeatedCharacters">How many of them stand in repeated sentences.</param>
public sealed record Repetition(int Sentences, int RepeatedSentences, int Characters, int RepeatedCharacters)
{
    /// <summary>A prose of fewer characters gives no share: a sentence more or less would change it too much.</summary>
    public const int FewestCharacters = 200;

    /// <summary>Repeated characters of a hundred, rounded, but 0 and 100 only where none and all are; null for a short prose.</summary>
    public int? Percent => Characters < FewestCharacters ? null
        : RepeatedCharacters == 0 ? 0
        : RepeatedCharacters == Characters ? 100
        : Math.Clamp((int)(((200L * RepeatedCharacters) + Characters) / (2L * Characters)), 1, 99);

    public static Repetition Between(ProseDigest earlier, ProseDigest later)
    {
        var known = earlier.Sentences.Select(sentence => sentence.Key).ToHashSet();
        var repeated = later.Sentences.Where(sentence => known.Contains(sentence.Key)).ToList();
        return new Repetition(
            later.Sentences.Length, repeated.Count, later.Sentences.Sum(sentence => sentence.Characters), repeated.Sum(sentence => sentence.Characters));
    }

    /// <summary>The report that a report's prose is compared with: the current one of the year before; null if there is none, if the agency is not known, or if either has no prose.</summary>
    public static ReportEntry? Former(AgencyEntry agency, ReportEntry report) =>
        agency.IsUnidentified || !report.IsCurrent || report.Prose.IsEmpty
            ? null
            : agency.Reports.FirstOrDefault(other => other.IsCurrent && other.Year is not null && other.Year == report.Year - 1 && !other.Prose.IsEmpty);
}
