using System.Collections.Immutable;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Archive;

/// <summary>What became of a sentence from one year to the next.</summary>
public enum SentenceChange
{
    /// <summary>It stands there again, word for word.</summary>
    Same,

    /// <summary>It stands there again with other figures.</summary>
    Figures,

    /// <summary>It stands there again, but elsewhere in these sections.</summary>
    Moved,

    /// <summary>It was reworded; half of it and more is as it was.</summary>
    Reworded,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>What became of a run of characters.</summary>
public enum RunChange
{
    /// <summary>Both years have it.</summary>
    Same,

    /// <summary>Only the later year has it.</summary>
    Added,

    /// <summary>Only the earlier year had it.</summary>
    Removed,
}

/// <summary>A run of characters.</summary>
public readonly record struct ProseRun(RunChange Change, string Text);

/// <summary>A sentence of either year, with what became of it.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="BeginsParagraph">Whether a paragraph begins with it.</param>
/// <param name="Runs">Its text: one run, or several if it has other figures or was reworded.</param>
public sealed record ComparedSentence(SentenceChange Change, bool BeginsParagraph, ImmutableArray<ProseRun> Runs);

/// <summary>A section of the form in both years.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Sentences">Those of the later year in order; those that are gone where they stood. Empty if neither year has any.</param>
public sealed record ComparedSection(SectionKind Kind, ImmutableArray<ComparedSentence> Sentences);

/// <summary>
/// The prose of two years of an agency, side by side (<see cref="Archive.Sentences"/>). Sentences are aligned by their longest common subsequence, digits apart;
/// between those, a sentence is paired with the one that it was made of, and both are compared by runs of characters. Its cost is bounded: what is
/// too long for that is compared sentence by sentence.
/// </summary>
public static class ProseComparison
{
    // A sentence is looked for among the next few that are gone.
    private const int PairsTried = 8;

    // How many pairs of characters a comparison may look at in all: a report of thousands of changed sentences is compared by whole sentences from there on.
    private const long MostPairs = 8_000_000;

    /// <summary>The sections that either year has.</summary>
    public static ImmutableArray<ComparedSection> Compare(AnnualReport earlier, AnnualReport later)
    {
        var before = Sentences.Sections.Select(kind => Sentences.Of(earlier, kind).ToArray()).ToList();
        var after = Sentences.Sections.Select(kind => Sentences.Of(later, kind).ToArray()).ToList();
        var left = MostPairs;
        bool Affords(string one, string other) => (left -= (long)one.Length * other.Length) > 0;
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        int NumberOf(Sentence sentence)
        {
            if (!keys.TryGetValue(sentence.Key, out var number))
                keys.Add(sentence.Key, number = keys.Count);
            return number;
        }

        var oldKeys = before.Select(section => section.Select(NumberOf).ToArray()).ToList();
        var newKeys = after.Select(section => section.Select(NumberOf).ToArray()).ToList();
        var ofBefore = oldKeys.SelectMany(section => section).ToHashSet();
        var ofAfter = newKeys.SelectMany(section => section).ToHashSet();
        return
        [
            .. Sentences.Sections.Select((kind, i) => new ComparedSection(kind, Align(before[i], oldKeys[i], after[i], newKeys[i], ofBefore, ofAfter, Affords)))
                .Where(section => !section.Sentences.IsEmpty),
        ];
    }

    private static ImmutableArray<ComparedSentence> Align(
        Sentence[] before, int[] oldKeys, Sentence[] after, int[] newKeys, HashSet<int> ofBefore, HashSet<int> ofAfter, Func<string, string, bool> affords)
    {
        var compared = ImmutableArray.CreateBuilder<ComparedSentence>(after.Length);
        int i = 0, j = 0;
        foreach (var (same, again) in CommonSubsequence.Find(oldKeys, newKeys))
        {
            Between(same, again);
            compared.Add(Again(before[same], after[again], affords));
            (i, j) = (same + 1, again + 1);
        }

        Between(before.Length, after.Length);
        return compared.ToImmutable();

        void Between(int endBefore, int endAfter)
        {
            // A sentence that stands elsewhere is shown there.
            var gone = Enumerable.Range(i, endBefore - i).Where(place => !ofAfter.Contains(oldKeys[place])).Select(place => before[place]).ToList();
            var next = 0;
            var fresh = new List<ComparedSentence>();
            for (; j < endAfter; j++)
            {
                if (ofBefore.Contains(newKeys[j]))
                {
                    fresh.Add(Whole(SentenceChange.Moved, RunChange.Same, after[j]));
                    continue;
                }

                var (origin, runs) = OriginOf(after[j], gone, next, affords);
                if (runs.IsEmpty)
                {
                    fresh.Add(Whole(SentenceChange.Added, RunChange.Added, after[j]));
                    continue;
                }

                Flush(origin);
                next++;
                compared.Add(new ComparedSentence(SentenceChange.Reworded, after[j].BeginsParagraph, runs));
            }

            Flush(gone.Count);

            // What went stands before what came in its place.
            void Flush(int end)
            {
                for (; next < end; next++)
                    compared.Add(Whole(SentenceChange.Removed, RunChange.Removed, gone[next]));
                compared.AddRange(fresh);
                fresh.Clear();
            }
        }
    }

    /// <summary>The sentence of those gone that has most in common with a new one, with both compared; no runs if none has half.</summary>
    private static (int Place, ImmutableArray<ProseRun> Runs) OriginOf(Sentence sentence, List<Sentence> gone, int next, Func<string, string, bool> affords)
    {
        var (best, place) = (0.5, -1);
        var pairs = PairsOf(sentence.Key);
        for (var i = next; i < gone.Count && i < next + PairsTried; i++)
            if (CanBeLike(sentence.Key, gone[i].Key) && Likeness(pairs, sentence.Key, gone[i].Key) is var likeness && likeness > best)
                (best, place) = (likeness, i);
        return place < 0 || !affords(gone[place].Text, sentence.Text) ? (place, []) : (place, ProseRuns.Compare(gone[place].Text, sentence.Text, isWholeIfUnlike: true));
    }

    private static ComparedSentence Again(Sentence before, Sentence after, Func<string, string, bool> affords) =>
        IsSameButForSpace(before.Text, after.Text)
            ? Whole(SentenceChange.Same, RunChange.Same, after)
            : new ComparedSentence(
                SentenceChange.Figures, after.BeginsParagraph,
                affords(before.Text, after.Text)
                    ? ProseRuns.Compare(before.Text, after.Text, isWholeIfUnlike: false)
                    : [new ProseRun(RunChange.Removed, before.Text), new ProseRun(RunChange.Added, after.Text)]);

    private static bool IsSameButForSpace(string one, string other) =>
        one == other || one.Where(c => !char.IsWhiteSpace(c)).SequenceEqual(other.Where(c => !char.IsWhiteSpace(c)));

    private static ComparedSentence Whole(SentenceChange change, RunChange run, Sentence sentence) =>
        new(change, sentence.BeginsParagraph, [new ProseRun(run, sentence.Text)]);

    private static Dictionary<(char, char), int> PairsOf(string key)
    {
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < key.Length; i++)
            pairs[(key[i - 1], key[i])] = pairs.GetValueOrDefault((key[i - 1], key[i])) + 1;
        return pairs;
    }

    /// <summary>Whether their lengths allow that half agrees.</summary>
    private static bool CanBeLike(string one, string other) => one.Length <= 3 * other.Length && other.Length <= 3 * one.Length;

    /// <summary>The share of adjoining characters that two keys have in common (Dice's coefficient), from 0 to 1.</summary>
    private static double Likeness(Dictionary<(char, char), int> pairs, string key, string other)
    {
        var left = new Dictionary<(char, char), int>(pairs);
        var shared = 0;
        for (var i = 1; i < other.Length; i++)
            if (left.TryGetValue((other[i - 1], other[i]), out var count) && count > 0)
            {
                left[(other[i - 1], other[i])] = count - 1;
                shared++;
            }

        return 2.0 * shared / Math.Max(1, key.Length + other.Length - 2);
    }
}
