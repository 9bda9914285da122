using System.Collections.Immutable;
using System.Text;

namespace DisclosureArchive.Generator.Archive;

/// <summary>Two wordings of a sentence, as runs of characters that stayed, went and came. Numbers and words of Latin letters stay whole; short agreements between changes don't count, so that it can be read.</summary>
internal static class ProseRuns
{
    /// <summary>An agreement between two changes is shown as one from this many characters on.</summary>
    private const int ShortestBetween = 4;

    /// <summary>An agreement at an end of the sentence from this many on.</summary>
    private const int ShortestAtEnd = 2;

    /// <param name="isWholeIfUnlike">Give no runs at all if less than half agrees.</param>
    public static ImmutableArray<ProseRun> Compare(string before, string after, bool isWholeIfUnlike)
    {
        var (old, @new) = (TokensOf(before), TokensOf(after));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int NumberOf(string token)
        {
            if (!numbers.TryGetValue(token, out var number))
                numbers.Add(token, number = numbers.Count);
            return number;
        }

        var common = CommonSubsequence.Find([.. old.Select(NumberOf)], [.. @new.Select(NumberOf)]);
        var runs = new List<ProseRun>();
        int i = 0, j = 0, agreed = 0;
        for (var k = 0; k < common.Count;)
        {
            var end = k + 1;
            while (end < common.Count && common[end].First == common[end - 1].First + 1 && common[end].Second == common[end - 1].Second + 1)
                end++;
            var (first, second, count) = (common[k].First, common[k].Second, end - k);
            var length = Enumerable.Range(second, count).Sum(token => @new[token].Length);
            var isAtEnd = (first == 0 && second == 0) || (first + count == old.Count && second + count == @new.Count);
            if (length >= (isAtEnd ? ShortestAtEnd : ShortestBetween) || (first == 0 && second == 0 && count == old.Count && count == @new.Count))
            {
                Differ(first, second);
                runs.Add(new ProseRun(RunChange.Same, string.Concat(@new.Skip(second).Take(count))));
                agreed += length;
                (i, j) = (first + count, second + count);
            }

            k = end;
        }

        Differ(old.Count, @new.Count);
        return isWholeIfUnlike && 2 * agreed < Math.Max(before.Length, after.Length) ? [] : [.. runs];

        void Differ(int endOld, int endNew)
        {
            if (endOld > i)
                runs.Add(new ProseRun(RunChange.Removed, string.Concat(old.Skip(i).Take(endOld - i))));
            if (endNew > j)
                runs.Add(new ProseRun(RunChange.Added, string.Concat(@new.Skip(j).Take(endNew - j))));
        }
    }

    private static List<string> TokensOf(string text)
    {
        var tokens = new List<string>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            if (char.IsDigit(text[i]))
                end = Sentences.EndOfNumber(text, i);
            else if (char.IsAsciiLetter(text[i]))
                while (end < text.Length && char.IsAsciiLetter(text[end]))
                    end++;
            else if (Rune.TryGetRuneAt(text, i, out var rune))
                end = i + rune.Utf16SequenceLength;
            tokens.Add(text[i..end]);
            i = end;
        }

        return tokens;
    }
}
