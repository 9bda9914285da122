using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the table of how much prose is repeated, and the page of each pair of years.</summary>
public sealed class RepetitionFiller(IReportStore store, Frames frames)
{
    // Unchanged sentences are folded from so many characters on.
    private const int LongUnchanged = 120;

    private Words Words => frames.Words;

    /// <summary>All pairs of an agency; null if there is none. It loads no report.</summary>
    /// <param name="path">The page that shows it.</param>
    public RepetitionRecord? Fill(string path, AgencyEntry agency)
    {
        ImmutableArray<RepetitionLine> lines =
        [
            .. from later in agency.Current.Reverse()
               let earlier = Repetition.Former(agency, later)
               where earlier is not null
               let repetition = Repetition.Between(earlier.Prose, later.Prose)
               select new RepetitionLine(
                   Words["repetition.compared", later.Year, earlier.Year], repetition.Percent, repetition.RepeatedCharacters, repetition.Characters,
                   repetition.RepeatedSentences, repetition.Sentences, Routes.Link(path, Routes.Changes(later))),
        ];
        return lines.IsEmpty ? null : new RepetitionRecord(Words["repetition.formula", Repetition.FewestCharacters], lines);
    }

    /// <summary>The page of a pair of years. The later report is loaded first: it may still be at hand.</summary>
    public ProseChanges Fill(AgencyEntry agency, ReportEntry earlier, ReportEntry later)
    {
        var path = Routes.Changes(later);
        var after = store.Load(later);
        var before = store.Load(earlier);
        var share = Repetition.Between(earlier.Prose, later.Prose);
        return new ProseChanges(
            frames.Frame(
                path, Words["changes.title", agency.Name, later.Year, earlier.Year], Words["changes.description"],
                (Words["nav.agencies"], Routes.Agencies), (agency.Name, Routes.Agency(agency.Key))),
            new Link(agency.Name, Routes.Link(path, Routes.Agency(agency.Key))),
            new Link(Words["changes.report", earlier.Year], Routes.Link(path, Routes.Report(earlier))),
            new Link(Words["changes.report", later.Year], Routes.Link(path, Routes.Report(later))),
            share.Percent is { } percent
                ? Words["changes.share", share.Sentences, share.RepeatedSentences, share.Characters, share.RepeatedCharacters, percent]
                : Words["changes.share.short", share.Sentences, share.RepeatedSentences, share.Characters, share.RepeatedCharacters],
            Words["repetition.formula", Repetition.FewestCharacters],
            [.. ProseComparison.Compare(before, after).Select(section => new ChangedSection(
                $"changes.{section.Kind}", Heading(section.Kind, after), [.. Passages(section.Sentences)]))]);
    }

    private string Heading(SectionKind kind, AnnualReport report) =>
        report.Sections.FirstOrDefault(section => section.Kind == kind) is { Heading.Length: > 0 } section ? section.Heading : Words[$"changes.section.{kind}"];

    private IEnumerable<ChangedPassage> Passages(ImmutableArray<ComparedSentence> sentences)
    {
        var shown = new List<ComparedSentence>();
        for (var i = 0; i < sentences.Length;)
        {
            var end = i;
            var length = 0;
            for (; end < sentences.Length && sentences[end].Change == SentenceChange.Same; end++)
                length += sentences[end].Runs[0].Text.Length;
            if (length >= LongUnchanged)
            {
                if (shown.Count > 0)
                    yield return new ChangedPassage("", Paragraphs(shown));
                shown.Clear();
                yield return new ChangedPassage(Words.Count("changes.same", end - i), Paragraphs(sentences[i..end]));
                i = end;
            }
            else
            {
                end = Math.Max(end, i + 1);
                shown.AddRange(sentences[i..end]);
                i = end;
            }
        }

        if (shown.Count > 0)
            yield return new ChangedPassage("", Paragraphs(shown));
    }

    private static ImmutableArray<ImmutableArray<ChangedText>> Paragraphs(IReadOnlyList<ComparedSentence> sentences)
    {
        var paragraphs = new List<List<ChangedText>>();
        foreach (var sentence in sentences)
        {
            // What is gone had its own paragraphs.
            if (paragraphs.Count == 0 || sentence.BeginsParagraph)
                paragraphs.Add([]);
            var paragraph = paragraphs[^1];
            foreach (var run in sentence.Runs)
            {
                var change = sentence.Change == SentenceChange.Moved ? TextChange.Moved : run.Change switch
                {
                    RunChange.Added => TextChange.Added,
                    RunChange.Removed => TextChange.Removed,
                    _ => TextChange.Same,
                };
                if (paragraph.Count > 0 && paragraph[^1].Change == change)
                    paragraph[^1] = new ChangedText(change, paragraph[^1].Text + run.Text);
                else
                    paragraph.Add(new ChangedText(change, run.Text));
            }
        }

        return [.. paragraphs.Select(paragraph => paragraph.ToImmutableArray())];
    }
}
