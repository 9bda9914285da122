using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Tests.Cases;
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

    private static readonly string[] NoReports = [".yml", ".csv"];

    private readonly ReportReader _reader;
    private readonly List<List<Seed>> _kept;
    private readonly List<Seed> _slow;

    public SeedShelf(ReportReader reader)
    {
        _reader = reader;
        var kept = new[] { Examples(), Cases(), Shared() }.Select(files => files.Select(file => Keep(file.Name, file.Source)).ToList()).ToList();
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
        var layout = random.Pick(Layout.All);
        var edition = random.Pick(Editions.All);
        var year = edition == Editions.Form2008 ? 2016 : edition == Editions.Form2019 ? 2020 : 2023;
        var made = SyntheticReport.Make("示例县民政局", year, edition, random, size: random.Between(1, 5));
        var kind = random.Below(4);
        if (kind > 0)
            made = made with { Figures = DistinctFigures.Make(edition, isSparse: kind == 1, random) };
        var noise = random.OneIn(2) ? Noise.Harmless(random) : Noise.None;
        if (random.OneIn(4))
            for (var cells = random.Between(1, 4); cells > 0; cells--)
                noise = noise with { Replaced = noise.Replaced.SetItem(random.Pick([.. edition.Tables.SelectMany(table => table.Cells)]), random.Pick(["", "/", "0 0"])) };
        var print = new SeedPrint(ReportPrinter.Print(made, noise, random), layout, random.Next());
        var file = print.Write();
        return new Seed($"{layout} {edition}", file, print) { Report = _reader.Read(file, Sidecar.None) };
    }

    private Seed Keep(string name, SourceFile file) => new(name, file) { Report = _reader.Read(file, Sidecar.None) };

    private static IEnumerable<(string Name, SourceFile Source)> Examples() => FilesIn(Path.Combine(Repository.Root, "input"), "input");

    private static IEnumerable<(string Name, SourceFile Source)> Shared() =>
        Repository.LacksShared ? [] : FilesIn(Repository.Shared("reports"), "shared");

    private static IEnumerable<(string Name, SourceFile Source)> Cases() =>
        from path in Directory.EnumerateFiles(Repository.Cases, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where Path.GetDirectoryName(path) != Repository.Cases
        select (Path.GetRelativePath(Repository.Cases, path), new CaseFile(path).Source);

    private static IEnumerable<(string Name, SourceFile Source)> FilesIn(string folder, string name) =>
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where !NoReports.Contains(Path.GetExtension(path)) && Path.GetFileName(path) != "README.md"
        select ($"{name}/{Path.GetRelativePath(folder, path)}", new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)));
}
