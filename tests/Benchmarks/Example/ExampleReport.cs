using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Benchmarks.Example;

/// <summary>One line of <c>reports.csv</c>: a report of the example archive in <c>input/</c>.</summary>
/// <param name="Path">Where it is written.</param>
/// <param name="Agency">Its body; for an anonymous report the one that it keeps to itself.</param>
/// <param name="Year">The year reported on.</param>
/// <param name="Edition">Id of the edition.</param>
/// <param name="Layout">Name of the <see cref="Synthesis.Layout"/>.</param>
/// <param name="Published">The date below the signature.</param>
/// <param name="Size">How much the body has to do, 0 to 5.</param>
/// <param name="Traits">
/// What is particular about it, parted by <c>;</c>: a field of <see cref="Noise"/> such as <c>broken-labels</c>; <c>anonymous</c>;
/// <c>print CELL = TEXT</c> prints that text (or nothing) instead of the figure; <c>print CELL + N</c> prints a number too high by N;
/// <c>carry COLUMN + N</c> carries N more requests in than the year before carried out; <c>by-hand</c>: the file was printed, scanned or converted by hand from the
/// layout named and is not written again.
/// </param>
internal sealed record ExampleReport(
    string Path, string Agency, int Year, string Edition, string Layout, DateOnly Published, int Size, ImmutableArray<string> Traits)
{
    private const ulong Seed = 2008;

    public static IEnumerable<ExampleReport> ReadAll()
    {
        using var stream = typeof(ExampleReport).Assembly.GetManifestResourceStream("reports.csv")!;
        using var csv = CsvReader.Create(stream, CsvReaderOptions.Default, leaveOpen: false);
        while (csv.Read())
            yield return new ExampleReport(
                csv.GetString("path"), csv.GetString("agency"), int.Parse(csv.GetString("year"), CultureInfo.InvariantCulture),
                csv.GetString("edition"), csv.GetString("layout"),
                DateOnly.ParseExact(csv.GetString("published"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                int.Parse(csv.GetString("size"), CultureInfo.InvariantCulture),
                [.. csv.GetString("traits").Split(';', StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>All files of the example that are made up by rule; the others stand in <c>input/</c> as they were written by hand.</summary>
    public static IEnumerable<SyntheticFile> WriteAll()
    {
        SyntheticReport? before = null;
        foreach (var line in ReadAll())
        {
            // Carry-over links adjoining years; a revision has the same year before it as what it revises.
            var isRevision = before?.Agency == line.Agency && before.Year == line.Year;
            var report = isRevision
                ? before! with { Published = line.Published }
                : line.Make(before?.Agency == line.Agency && before.Year == line.Year - 1 ? before.Figures : null);
            before = report;
            if (!line.Traits.Contains("by-hand"))
                yield return line.Write(report);
        }
    }

    private SyntheticReport Make(ImmutableDictionary<CellName, decimal>? before)
    {
        foreach (var (column, more) in Additions("carry "))
        {
            var cell = new CellName("requests", "carried_out", column);
            before = before!.SetItem(cell, before![cell] + more);
        }

        var random = SplitMix.For(Seed, $"{Agency}{Year}");
        var report = SyntheticReport.Make(Agency, Year, Editions.Get(Edition), random, before, Size);
        return report with
        {
            // A county makes no rules (规章); only ministries, provinces and cities do.
            Figures = report.Figures.SetItems(report.Figures.Keys.Where(cell => cell.Row == "rules").Select(cell => KeyValuePair.Create(cell, 0m))),
            Published = Published,
            IsAnonymous = Traits.Contains("anonymous"),
        };
    }

    private SyntheticFile Write(SyntheticReport report)
    {
        var replaced = ImmutableDictionary.CreateBuilder<CellName, string>();
        foreach (var (cell, more) in Additions("print "))
            replaced[Cell(report, cell)] = (report.Figures[Cell(report, cell)] + more).ToString(CultureInfo.InvariantCulture);
        foreach (var trait in Traits.Where(trait => trait.StartsWith("print ", StringComparison.Ordinal) && trait.Contains('=')))
            replaced[Cell(report, trait["print ".Length..trait.IndexOf('=')].Trim())] = trait[(trait.IndexOf('=') + 1)..].Trim();

        var noise = new Noise
        {
            SpacedLabels = Traits.Contains("spaced-labels"),
            BrokenLabels = Traits.Contains("broken-labels"),
            ConfusedCharacters = Traits.Contains("confused-characters"),
            AsciiPunctuation = Traits.Contains("ascii-punctuation"),
            FullWidthDigits = Traits.Contains("full-width-digits"),
            Separators = Traits.Contains("separators"),
            SpacedFigures = Traits.Contains("spaced-figures"),
            ChangesInWords = Traits.Contains("change-words"),
            UnitInCell = Traits.Contains("unit-in-cell"),
            Replaced = replaced.ToImmutable(),
        };
        var random = SplitMix.For(Seed, Path);
        return new SyntheticFile(Path, Synthesis.Layout.Get(Layout).Write(ReportPrinter.Print(report, noise, random), random));
    }

    private static CellName Cell(SyntheticReport report, string name) =>
        report.Figures.Keys.Single(cell => cell.ToString() == name);

    /// <summary>The traits of the form <c>VERB NAME + N</c>.</summary>
    private IEnumerable<(string Name, int More)> Additions(string verb) =>
        from trait in Traits
        where trait.StartsWith(verb, StringComparison.Ordinal) && trait.Contains(" + ", StringComparison.Ordinal)
        let parts = trait[verb.Length..].Split(" + ")
        select (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
}
