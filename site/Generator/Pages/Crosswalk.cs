using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DisclosureArchive.Generator.Pages;

/// <summary>How far rows of different editions say the same.</summary>
public enum Correspondence
{
    /// <summary>The archive puts the figures of these editions side by side: the key figures.</summary>
    Comparable,

    /// <summary>The same row in the forms of 2019 and 2021; the sheet of 2008 has none or counts otherwise.</summary>
    SameSince2019,

    /// <summary>They are about the same matter but count differently.</summary>
    Near,

    /// <summary>Only one edition has it.</summary>
    Alone,
}

/// <summary>A matter that the editions of the form report on.</summary>
/// <param name="Key">Names the remark on it among the site's words: <c>about.crosswalk.</c> and this.</param>
/// <param name="Form2008">Rows of the statistics sheet, by their short ids.</param>
/// <param name="Form2019">Rows and columns of the form of 2019, by table and id.</param>
/// <param name="Form2021">The same of the form of 2021.</param>
/// <param name="Correspondence">How far they say the same.</param>
public sealed record CrosswalkLine(
    string Key, ImmutableArray<string> Form2008, ImmutableArray<string> Form2019, ImmutableArray<string> Form2021, Correspondence Correspondence);

/// <summary>Which rows of the editions correspond to each other, and which only seem to.</summary>
public static class Crosswalk
{
    /// <summary>In the order of the newest form.</summary>
    public static readonly ImmutableArray<CrosswalkLine> Lines =
    [
        Line("normative_documents", "proactive.normative_made", "proactive.normative_documents", Correspondence.Near),
        Line("stock", "", "proactive.made proactive.disclosed proactive.disclosed_total", "proactive.made proactive.repealed proactive.in_force", Correspondence.Near),
        Line("decisions", "", "proactive.decisions", Correspondence.SameSince2019),
        Line("items", "", "proactive.items_last_year proactive.change", "", Correspondence.Alone),
        Line("fees", "fees", "proactive.fees", Correspondence.Near),
        Line("removed", "", "proactive.other_services proactive.procurement", "", Correspondence.Alone),
        Line("received", "requests.received", "requests.received", Correspondence.Comparable),
        Line("carried", "", "requests.carried_in requests.carried_out", Correspondence.SameSince2019),
        Line("applicants", "requests.in_person requests.fax requests.online requests.letter", "requests.natural_person requests.organisations", Correspondence.SameSince2019),
        Line("granted", "answers.already_public answers.granted", "requests.granted", Correspondence.Near),
        Line("partly_granted", "answers.partly_granted", "requests.partly_granted", Correspondence.Near),
        Line("refused", "answers.refused", "requests.refused", Correspondence.Near),
        Line("secret", "refused.state_secret refused.security_stability", "requests.refused.state_secret requests.refused.security_stability", Correspondence.Near),
        Line("other_law", "refused.other_law", "requests.refused.prohibited_by_law", Correspondence.Near),
        Line("third_party", "refused.trade_secret refused.privacy", "requests.refused.third_party_rights", Correspondence.Near),
        Line("internal", "", "requests.refused.internal_affairs requests.refused.process_information requests.refused.enforcement_files requests.refused.administrative_query", Correspondence.SameSince2019),
        Line("not_held", "answers.not_ours answers.not_existing", "requests.unavailable.not_held", Correspondence.Near),
        Line("unclear", "answers.to_amend", "requests.unavailable.unclear_after_correction", Correspondence.Near),
        Line("not_processed", "answers.other_channel refused.not_information", "requests.not_processed", Correspondence.Near),
        Line("other", "", "requests.other.other", "requests.other.not_corrected requests.other.fee_unpaid requests.other.other", Correspondence.Near),
        Line("concluded", "requests.concluded", "requests.concluded", Correspondence.Comparable),
        Line("reviews", "reviews", "disputes.review", Correspondence.Comparable),
        Line("lawsuits", "lawsuits", "disputes.litigation_direct disputes.litigation_after_review", Correspondence.Comparable),
        Line("outcomes", "reviews.upheld reviews.corrected reviews.other lawsuits.upheld lawsuits.corrected lawsuits.other", "disputes.upheld disputes.corrected disputes.other disputes.pending", Correspondence.Near),
    ];

    /// <summary>What comes near to a word of the glossary in other editions, by its anchor.</summary>
    public static readonly FrozenDictionary<string, ImmutableArray<string>> Similar = Lines
        .SelectMany(line => line.Form2008.Select(Routes.SheetTerm).SelectMany(sheet => line.Form2019.Union(line.Form2021).SelectMany(form => new[] { (sheet, form), (form, sheet) })))
        .GroupBy(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

    private static CrosswalkLine Line(string key, string form2008, string since2019, Correspondence correspondence) =>
        Line(key, form2008, since2019, since2019, correspondence);

    private static CrosswalkLine Line(string key, string form2008, string form2019, string form2021, Correspondence correspondence)
    {
        static ImmutableArray<string> Ids(string ids) => [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return new CrosswalkLine(key, Ids(form2008), Ids(form2019), Ids(form2021), correspondence);
    }
}
