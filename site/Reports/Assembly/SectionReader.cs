using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Parts a report's prose into sections by the meaning of headings, not by their numbers or levels.</summary>
internal static class SectionReader
{
    private const int LongestUnnumbered = 24;
    private const int LongestSubheading = 40;
    private const int HeadStart = 2;

    /// <summary>A paragraph of this length with so many of the form's headings in it is a report of one paragraph.</summary>
    private const int ShortestRunOn = 60;
    private const int FewestRunOn = 3;

    /// <summary>So many headings in a row without any text are a table of contents, if they come again.</summary>
    private const int FewestContents = 3;
    private const string HanNumerals = "一二三四五六七八九";

    /// <summary>The sections; blocks of the title and of statutory tables are left out.</summary>
    public static ImmutableArray<Section> Read(ImmutableArray<Block> blocks, Func<Block, bool> isLeftOut)
    {
        var starts = FindStarts(blocks, isLeftOut);
        var sections = ImmutableArray.CreateBuilder<Section>();
        var preamble = Content(blocks, 0, starts.Count > 0 ? starts[0].Index : blocks.Length, "", isLeftOut);
        if (!preamble.IsEmpty)
            sections.Add(new Section(SectionKind.Preamble, "", preamble, preamble[0].Location));
        for (var s = 0; s < starts.Count; s++)
        {
            var (index, heading) = starts[s];
            var end = s + 1 < starts.Count ? starts[s + 1].Index : blocks.Length;
            sections.Add(new Section(heading.Kind, heading.Text, Content(blocks, index + 1, end, heading.Rest, isLeftOut, blocks[index].Location), blocks[index].Location));
        }

        return sections.ToImmutable();
    }

    /// <summary>The text of a heading or paragraph, null for a table.</summary>
    public static string? TextOf(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text,
        _ => null,
    };

    /// <summary>
    /// A heading may stand in one paragraph with the text below it, parted by a line break only; or a whole report in one paragraph, so that its headings
    /// are known by the form's own words only.
    /// </summary>
    public static ImmutableArray<Block> PartLines(ImmutableArray<Block> blocks)
    {
        ImmutableArray<Block> parted = [.. blocks.SelectMany(block =>
            block is Paragraph paragraph && paragraph.Text.Contains('\n', StringComparison.Ordinal)
                && paragraph.Text.Split('\n').Any(line => SectionHeading.Of(line) is { Kind: not SectionKind.Additional, Numbering: not Numbering.None })
                ? paragraph.Text.Split('\n').Where(line => line.Length > 0).Select(line => paragraph with { Text = line })
                : Enumerable.Repeat(block, 1))];
        var runOn = parted.OfType<Paragraph>().Where(paragraph => paragraph.Text.Length > ShortestRunOn && (paragraph.Text.Contains("总体情况", StringComparison.Ordinal) || paragraph.Text.Contains("问题及改进", StringComparison.Ordinal))
            && SectionHeading.StartsIn(paragraph.Text).Count >= FewestRunOn).ToList();
        if (runOn.Count == 0 || parted.Except<Block>(runOn, ReferenceEqualityComparer.Instance).Count(IsKnownHeading) >= FewestRunOn)
            return parted;
        return [.. parted.SelectMany(block => runOn.Contains(block, ReferenceEqualityComparer.Instance) ? PartRunOn((Paragraph)block) : [block])];
    }

    private static bool IsKnownHeading(Block block) => TextOf(block) is { } text && SectionHeading.Of(text) is { Kind: not SectionKind.Additional, Numbering: not Numbering.None };

    private static IEnumerable<Block> PartRunOn(Paragraph paragraph)
    {
        var starts = SectionHeading.StartsIn(paragraph.Text);
        for (var s = -1; s < starts.Count; s++)
        {
            var text = paragraph.Text[(s < 0 ? 0 : starts[s])..(s + 1 < starts.Count ? starts[s + 1] : paragraph.Text.Length)].Trim();
            if (text.Length > 0)
                yield return paragraph with { Text = text };
        }
    }

    private static List<(int Index, SectionHeading Heading)> FindStarts(ImmutableArray<Block> blocks, Func<Block, bool> isLeftOut)
    {
        var candidates = new List<(int Index, SectionHeading Heading)>();
        for (var i = 0; i < blocks.Length; i++)
            if (!isLeftOut(blocks[i]) && TextOf(blocks[i]) is { } text && SectionHeading.Of(text) is { } heading)
                candidates.Add((i, heading));
        RemoveContents(candidates);

        // The numbering under which most sections of the form stand is that of the report's sections. One that begins within a section of another is
        // that of its parts, unless it has far more of them.
        var known = candidates.Where(candidate => candidate.Heading.Kind != SectionKind.Additional).ToList();
        var numbering = known.GroupBy(candidate => candidate.Heading.Numbering)
            .OrderByDescending(group => group.Select(candidate => candidate.Heading.Kind).Distinct().Count()
                + (group.Key == known[0].Heading.Numbering && group.Key is Numbering.Han or Numbering.Part ? HeadStart : 0))
            .ThenBy(group => group.Key == Numbering.None).ThenBy(group => group.Key)
            .Select(group => group.Key).FirstOrDefault();
        var named = candidates.Where(candidate => candidate.Heading.Numbering == numbering).Select(candidate => candidate.Heading.Kind).ToHashSet();

        var starts = new List<(int Index, SectionHeading Heading)>();
        var seen = new HashSet<SectionKind>();
        var lastNumber = 0;
        foreach (var (index, heading) in candidates)
        {
            var isKnown = heading.Kind != SectionKind.Additional;
            if (heading.Numbering == numbering)
            {
                // A list within a section begins again at 一.
                var number = NumberOf(heading.Text);
                if (numbering != Numbering.None && number <= lastNumber && !(isKnown && !seen.Contains(heading.Kind)))
                    continue;
                if (numbering == Numbering.None && (!isKnown || seen.Contains(heading.Kind) || !IsLine(heading)))
                    continue;
                lastNumber = Math.Max(lastNumber, number);
            }
            else if (heading.Numbering != Numbering.None || !isKnown || named.Contains(heading.Kind) || seen.Contains(heading.Kind) || !IsLine(heading))
            {
                continue;
            }

            seen.Add(heading.Kind);
            starts.Add((index, heading));
        }

        return starts;
    }

    private static void RemoveContents(List<(int Index, SectionHeading Heading)> candidates)
    {
        for (var first = 0; first < candidates.Count;)
        {
            var kinds = new HashSet<SectionKind> { candidates[first].Heading.Kind };
            var end = first + 1;
            while (end < candidates.Count && candidates[end].Index == candidates[end - 1].Index + 1 && (candidates[end].Heading.Kind == SectionKind.Additional || kinds.Add(candidates[end].Heading.Kind)))
                end++;
            var isContents = end - first >= FewestContents
                && candidates.GetRange(first, end - first).Where(one => one.Heading.Kind != SectionKind.Additional).All(one => candidates.Skip(end).Any(later => later.Heading.Kind == one.Heading.Kind));
            if (isContents)
                candidates.RemoveRange(first, end - first);
            else
                first = end;
        }
    }

    /// <summary>An unnumbered heading is a short line of its own.</summary>
    private static bool IsLine(SectionHeading heading) =>
        heading.Rest.Length == 0 && heading.Text.Length <= LongestUnnumbered && !heading.Text.EndsWith('。');

    private static int NumberOf(string heading)
    {
        var squeezed = TextFolding.Squeeze(heading).TrimStart('第', '(');
        var digits = squeezed.TakeWhile(char.IsAsciiDigit).ToArray();
        if (digits.Length is > 0 and < 4)
            return int.Parse(digits);
        if (squeezed.Length == 0)
            return 0;
        if (squeezed[0] == '十')
            return squeezed.Length > 1 && HanNumerals.Contains(squeezed[1]) ? 11 + HanNumerals.IndexOf(squeezed[1]) : 10;
        return squeezed[0] is '—' or '-' ? 1 : HanNumerals.IndexOf(squeezed[0]) + 1;
    }

    private static ImmutableArray<Block> Content(
        ImmutableArray<Block> blocks, int start, int end, string rest, Func<Block, bool> isLeftOut, SourceLocation restLocation = default)
    {
        var content = ImmutableArray.CreateBuilder<Block>();
        if (rest.Length > 0)
            content.Add(new Paragraph(rest, restLocation));
        for (var i = start; i < end; i++)
        {
            if (isLeftOut(blocks[i]))
                continue;
            content.Add(blocks[i] is Paragraph paragraph && IsSubheading(paragraph.Text) ? new Heading(paragraph.Text, 3, paragraph.Location) : blocks[i]);
        }

        return content.ToImmutable();
    }

    private static bool IsSubheading(string text) =>
        text.Length <= LongestSubheading && !text.Contains('\n', StringComparison.Ordinal) && text.IndexOfAny(['。', '；', ';', '：', ':', '！', '？']) < 0
        && SectionHeading.NumberingOf(TextFolding.Squeeze(text)).Numbering != Numbering.None;
}
