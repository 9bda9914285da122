using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Seeds;

/// <summary>
/// What is mutated: the reports of the example archive, those of <c>../shared</c> (where they are), the inputs of the readable cases, and made-up reports in
/// every layout and edition. The first three are read once and kept.
/// </summary>
internal sealed class SeedShelf
{
    /// <summary>A slow file comes this seldom.</summary>
    private const int SlowOneIn = 100;

    private readonly Func<SourceFile, AnnualReport> _read;
    private readonly List<List<Seed>> _kept;
    private readonly List<Seed> _slow;

    public SeedShelf(Func<SourceFile, AnnualReport> read)
    {
        _read = read;
        var kept = new[] { Corpus.Examples(), Corpus.Cases(), Corpus.Shared() }.Select(files => files.Select(file => Keep(file.Name, file.Source)).ToList()).ToList();
        _slow = [.. kept.SelectMany(seeds => seeds).Where(seed => seed.IsSlow)];
        _kept = kept.ConvertAll(seeds => seeds.FindAll(seed => !seed.IsSlow));
    }

    /// <summary>The seed of a mutation: every kept file in its turn, between them made-up ones.</summary>
    public Seed Take(int number, SplitMix random)
    {
        if (_slow.Count > 0 && number % SlowOneIn == SlowOneIn - 1)
            return _slow[number / SlowOneIn % _slow.Count];
        var shelf = number % (_kept.Count + 1);
        return shelf < _kept.Count && _kept[shelf].Count > 0 ? _kept[shelf][number / (_kept.Count + 1) % _kept[shelf].Count] : MakeUp(random);
    }

    private Seed MakeUp(SplitMix random)
    {
        // A page without lines is read in part only; what a mutation lets it read besides is no figure gone wrong.
        var layout = random.Pick(Layout.All.Where(layout => layout.Name != "pdf-aligned").ToList());
        var edition = random.Pick(Editions.All);
        var made = SyntheticReport.Make("示例县民政局", Corpus.YearOf(edition), edition, random, size: random.Between(1, 5));
        var kind = random.Below(4);
        if (kind > 0)
            made = made with { Figures = DistinctFigures.Make(edition, isSparse: kind == 1, random) };
        var noise = random.OneIn(2) ? Noise.Harmless(random) : Noise.None;
        if (random.OneIn(4))
            for (var cells = random.Between(1, 4); cells > 0; cells--)
                noise = noise with { Replaced = noise.Replaced.SetItem(random.Pick([.. edition.Tables.SelectMany(table => table.Cells)]), random.Pick(["", "/", "0 0"])) };
        var print = new SeedPrint(ReportPrinter.Print(made, noise, random), layout, random.Next());
        var file = print.Write();
        return new Seed($"{layout} {edition}", file, print) { Report = _read(file) };
    }

    private Seed Keep(string name, SourceFile file) => new(name, file) { Report = _read(file) };
}
