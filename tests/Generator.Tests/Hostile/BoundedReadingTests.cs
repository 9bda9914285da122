using System.Security.Cryptography;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Reading;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Hostile;

/// <summary>Files that take too long, make the program fail, are too large or can't be opened: each is told, the others are read.</summary>
public sealed class BoundedReadingTests : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    private TimeSpan _limit = Short;
    private readonly TemporaryFolder _folder = new();
    private readonly ManualResetEventSlim _end = new();

    public BoundedReadingTests()
    {
        for (var i = 0; i < 10; i++)
            _folder.Write($"in/{i}.txt", $"agency: 甲{i}\nyear: 2020\n");
    }

    public void Dispose()
    {
        _end.Set();
        _folder.Dispose();
    }

    [Fact]
    public void A_file_that_makes_the_program_fail_is_told_and_tried_again()
    {
        _limit = TimeSpan.FromMinutes(5);
        _folder.Write("in/bad.txt", "year: not a year\n");
        Read().ShouldBe(["bad.txt DA1021 DA4001 DA4003"], ignoreOrder: true);
        Read(out var again).ShouldBe(["bad.txt DA1021 DA4001 DA4003"], ignoreOrder: true);
        again.ShouldBe(1);
    }

    [Fact]
    public void A_file_that_takes_too_long_is_given_up_and_tried_again()
    {
        _folder.Write("in/slow.txt", "agency: 乙\nyear: 2021\n");
        Read("slow").ShouldBe(["slow.txt DA1010 DA4001 DA4003"]);
        _end.Set();
        Read(out var again).ShouldBeEmpty();
        again.ShouldBe(1);
    }

    [Fact]
    public void What_a_file_gives_after_its_time_counts_for_nothing()
    {
        _folder.Write("in/slow.txt", "agency: 乙\nyear: 2021\n");
        using var late = new ManualResetEventSlim();
        Read(ReadAs("slow", () =>
        {
            Thread.Sleep(Short * 3);
            late.Set();
        }), workers: 1, out _).ShouldBe(["slow.txt DA1010 DA4001 DA4003"]);
        late.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken).ShouldBeTrue();
        Read(out var again).ShouldBeEmpty();
        again.ShouldBe(1);
    }

    [Fact]
    public void Many_files_without_an_end_hold_no_more_than_some_threads()
    {
        for (var i = 0; i < 9; i++)
            _folder.Write($"in/endless{i}.txt", "agency: 乙\n");
        var begun = 0;
        var told = Read(ReadAs("endless", () =>
        {
            Interlocked.Increment(ref begun);
            _end.Wait();
        }), workers: 2, out _);
        told.Length.ShouldBe(9);
        begun.ShouldBeLessThan(6);
        told.Count(file => file.Contains("DA1010", StringComparison.Ordinal)).ShouldBe(begun);
        told.Count(file => file.Contains("DA1022", StringComparison.Ordinal)).ShouldBe(9 - begun);
    }

    [Fact]
    public void Waiting_for_another_program_does_not_count()
    {
        _folder.Write("in/waiting.txt", "agency: 乙\n");
        Read(ReadAs("waiting", () =>
        {
            using (ReadingClock.Pause())
                Thread.Sleep(Short * 3);
        }), workers: 2, out _).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_too_large_is_neither_held_nor_lost()
    {
        var bytes = RandomNumberGenerator.GetBytes(3 << 20);
        _folder.Write("in/large.txt", bytes);
        var input = Limited(ReadingLimits.Default with { FileBytes = 1 << 20 });
        using var tools = new ReadingTools(input.Settings.Limits);
        var reading = InputReader.Read(input, new ReportReader(input.Register, tools).Read, null, "", 2, () => { }, TestContext.Current.CancellationToken);
        using var store = reading.Store;
        var entry = ArchiveAssembler.Assemble(reading.Input, reading.Summaries).Reports.Single(report => report.Source.Path == "large.txt");
        entry.Source.Size.ShouldBe(bytes.Length);
        entry.Source.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var said = store.Load(entry.Source).Diagnostics[0];
        said.Code.ShouldBe("DA1009");
        said.Arguments.ShouldBe(["3", "1"]);
        using var copy = new MemoryStream();
        store.CopySource(entry.Source, copy);
        copy.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public void A_file_that_can_not_be_opened_is_told_and_passed_over()
    {
        var input = InputFinder.InFolder(_folder["in"]);
        File.Delete(_folder["in/3.txt"]);
        var reading = InputReader.Read(input, MadeReport.Reader(input.Register), null, "", 2, () => { }, TestContext.Current.CancellationToken);
        reading.Store.Dispose();
        reading.Summaries.Length.ShouldBe(9);
        var (path, diagnostic) = reading.Input.Diagnostics.Single();
        path.ShouldBe("3.txt");
        diagnostic.Code.ShouldBe("DA7010");
    }

    [Fact]
    public void Deep_nesting_has_room()
    {
        var depth = 0;
        Read(ReadAs("3", () => depth = Down(200_000)), workers: 1, out _).ShouldBeEmpty();
        depth.ShouldBe(200_000);

        static int Down(int levels) => levels == 0 ? 0 : Down(levels - 1) + Math.Sign(levels);
    }

    private InputFolder Limited(ReadingLimits limits)
    {
        var input = InputFinder.InFolder(_folder["in"]);
        return input with { Settings = input.Settings with { Limits = limits } };
    }

    private ReadReport ReadAs(string name, Action before)
    {
        var read = MadeReport.Reader(AgencyRegister.Empty);
        return (file, sidecar) =>
        {
            if (file.Path.StartsWith(name, StringComparison.Ordinal))
                before();
            return read(file, sidecar);
        };
    }

    private string[] Read(string slow) => Read(ReadAs(slow, () => _end.Wait()), workers: 2, out _);

    private string[] Read() => Read(out _);

    private string[] Read(out int read) => Read(MadeReport.Reader(AgencyRegister.Empty), workers: 2, out read);

    /// <summary>The files with errors, each with its diagnostics.</summary>
    private string[] Read(ReadReport readReport, int workers, out int read)
    {
        var input = Limited(ReadingLimits.Default with { Time = _limit });
        var reading = InputReader.Read(input, readReport, _folder["cache"], "test", workers, () => { }, TestContext.Current.CancellationToken);
        using var store = reading.Store;
        read = reading.Read;
        var archive = ArchiveAssembler.Assemble(reading.Input, reading.Summaries);
        archive.Reports.Count().ShouldBe(input.Files.Length);
        return
        [
            .. archive.Reports.Where(report => report.Errors > 0)
                .Select(report => $"{report.Source.Path} {string.Join(' ', store.Load(report.Source).Diagnostics.Select(said => said.Code))}"),
        ];
    }
}
