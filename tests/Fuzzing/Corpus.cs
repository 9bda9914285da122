using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Tests.Cases;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing;

/// <summary>The report files at hand, each with a name for people.</summary>
public static class Corpus
{
    private const int SyntheticSeeds = 2;

    private static readonly string[] NoReports = [".yml", ".csv"];

    /// <summary>The example archive of <c>input/</c>.</summary>
    public static IEnumerable<(string Name, SourceFile Source)> Examples() => FilesIn(Path.Combine(Repository.Root, "input"), "input");

    /// <summary>The real reports of <c>../shared</c>; none where it was said that they are not here.</summary>
    public static IEnumerable<(string Name, SourceFile Source)> Shared() => Repository.LacksShared ? [] : FilesIn(Repository.Shared("reports"), "shared");

    /// <summary>The inputs of <c>tests/cases</c>.</summary>
    public static IEnumerable<(string Name, SourceFile Source)> Cases() =>
        from path in Directory.EnumerateFiles(Repository.Cases, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where Path.GetDirectoryName(path) != Repository.Cases
        select (Path.GetRelativePath(Repository.Cases, path).Replace('\\', '/'), new CaseFile(path).Source);

    /// <summary>Made-up reports, in every layout and edition, tidy and untidy.</summary>
    public static IEnumerable<(string Name, SourceFile Source)> Synthesis() =>
        from layout in Layout.All
        from edition in Editions.All
        from seed in Enumerable.Range(1, SyntheticSeeds)
        let random = SplitMix.For((ulong)seed, $"{layout} {edition}")
        let made = SyntheticReport.Make("示例县民政局", YearOf(edition), edition, random, size: 1 + (2 * seed))
        let printed = ReportPrinter.Print(made, seed == 1 ? Noise.None : Noise.Harmless(random), random)
        select ($"{layout} {edition} {(seed == 1 ? "tidy" : "untidy")}", new SourceFile("report" + layout.Extension, layout.Write(printed, random)));

    /// <summary>A year in which an edition was in use.</summary>
    internal static int YearOf(FormEdition edition) => edition == Editions.Form2008 ? 2016 : edition == Editions.Form2019 ? 2020 : 2023;

    private static IEnumerable<(string Name, SourceFile Source)> FilesIn(string folder, string name) =>
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where !NoReports.Contains(Path.GetExtension(path)) && Path.GetFileName(path) != "README.md"
        let relative = Path.GetRelativePath(folder, path).Replace('\\', '/')
        select ($"{name}/{relative}", new SourceFile(relative, File.ReadAllBytes(path)));
}
