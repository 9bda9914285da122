using System.Collections.Concurrent;
using System.Security.Cryptography;
using DisclosureArchive.Fuzzing;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Fuzzing;

/// <summary>
/// Report files damaged and disarranged in many ways are read without a crash, within their time, and give no wrong figure. For more of them, and the files
/// of failures: <c>dotnet run -c Release --project tests/Benchmarks -- fuzz --count 200000 --seed 7 --keep DIR</c>.
/// </summary>
public sealed class FuzzingTests
{
    private const ulong Seed = 1;
    private const int Count = 2000;

    [Fact]
    public void Two_thousand_mutations_give_no_wrong_figure()
    {
        var failures = new Fuzzer(Tools.ForTests).Run(Seed, 0, Count);
        failures.ShouldBeEmpty(string.Join('\n', failures));
    }

    [Fact]
    public void Every_example_and_every_case_has_its_turn()
    {
        var fuzzer = new Fuzzer(Tools.ForTests);
        var mutated = Enumerable.Range(0, Count).Select(number => fuzzer.Make(Seed, number).Origin).ToHashSet();
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "input"), "*报告*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".yml", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Repository.Root, path)).Except(mutated).ShouldBeEmpty();
        Cases.CasesReadAsTheyMean.Files.Select(row => row.Data).Except(mutated).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_seed_and_number_give_the_same_file()
    {
        var fuzzer = new Fuzzer(Tools.ForTests);
        for (var number = 0; number < 50; number++)
            fuzzer.Make(Seed, number).File.Content.ToArray().ShouldBe(fuzzer.Make(Seed, number).File.Content.ToArray());
        fuzzer.Make(Seed, 3).File.Content.ToArray().ShouldNotBe(fuzzer.Make(Seed + 1, 3).File.Content.ToArray());
    }

    /// <summary>A fuzzer that finds nothing proves nothing.</summary>
    [Fact]
    public void A_reader_that_goes_wrong_is_found_out()
    {
        var read = Fuzzer.Reader(Tools.ForTests);
        Found(read).ShouldBe(0);
        Found(file => IsChosen(file) ? Slipped(read(file)) : read(file)).ShouldBeGreaterThan(0);

        // The kept seeds are read at once, what is made up when it is wanted; only mutated files are read a second time.
        var known = new ConcurrentDictionary<string, bool>();
        var isMade = false;
        var failing = new Fuzzer(
            file => !isMade || known.TryAdd(Convert.ToHexString(SHA256.HashData(file.Content.Span)), true) ? read(file) : throw new InvalidOperationException(), ReadingLimits.Default);
        isMade = true;
        failing.Run(Seed, 0, 100).Count.ShouldBeGreaterThan(0);

        static int Found(Func<SourceFile, AnnualReport> reader) => new Fuzzer(reader, ReadingLimits.Default).Run(Seed, 0, 100).Count;

        static bool IsChosen(SourceFile file) => SHA256.HashData(file.Content.Span)[0] % 2 == 0;
    }

    /// <summary>The figures of table 三, each read from the cell of the one before it.</summary>
    private static AnnualReport Slipped(AnnualReport report) => report with
    {
        Tables = [.. report.Tables.Select(table => table.Form.Id == "requests"
            ? table with { Figures = [.. table.Figures.Select((figure, index) => figure with { Value = table.Figures[Math.Max(0, index - 1)].Value })] }
            : table)],
    };
}
