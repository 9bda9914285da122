using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Inputs;

/// <summary>What is read again and what is not.</summary>
public sealed class InputReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public InputReaderTests()
    {
        for (var i = 0; i < 20; i++)
            _folder.Write($"in/{i}.txt", $"agency: 甲{i}\nyear: 2020\ntext: {new string('字', i * 50)}\nfailed: text.reviews{i % 3}\n");
    }

    private string Pack => _folder["cache/test.pack"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_did_not_change_is_not_read_again()
    {
        Read().ShouldBe(20);
        Read().ShouldBe(0);
        _folder.Write("in/3.txt", "agency: 乙\nyear: 2021\n");
        Read().ShouldBe(1);
        _folder.Write("in/new.txt", "agency: 丙\n");
        File.Delete(_folder["in/5.txt"]);
        Read().ShouldBe(1);
        Read().ShouldBe(0);
        _folder.Files("cache").ShouldBe(["test.pack"]);
    }

    [Fact]
    public void A_moved_file_a_changed_sidecar_and_a_changed_register_are_read_again()
    {
        Read();
        File.Move(_folder["in/3.txt"], _folder["in/moved.txt"]);
        Read().ShouldBe(1);
        _folder.Write("in/4.txt.yml", "year: 2019\n");
        Read().ShouldBe(1);
        _folder.Write("in/agencies.csv", "id,name,region,kind,aliases\na,甲1,,,\n");
        Read().ShouldBe(20);
        Read().ShouldBe(0);
    }

    [Fact]
    public void What_is_not_read_again_is_the_same()
    {
        var cold = Summaries();
        Read().ShouldBe(0);
        Summaries().ShouldBe(cold);
    }

    [Fact]
    public void A_removed_report_leaves_the_pack()
    {
        Read();
        var before = new FileInfo(Pack).Length;
        for (var i = 10; i < 20; i++)
            File.Delete(_folder[$"in/{i}.txt"]);
        Read().ShouldBe(0);
        new FileInfo(Pack).Length.ShouldBeLessThan(before / 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(0.5)]
    [InlineData(-1)]
    [InlineData(-20)]
    [InlineData(-45)]
    public void A_damaged_pack_is_no_harm(double where)
    {
        var cold = Summaries();
        Read();
        var bytes = File.ReadAllBytes(Pack);
        var at = where is > 0 and < 1 ? (int)(bytes.Length * where) : where < 0 ? bytes.Length + (int)where : (int)where;
        bytes[at] ^= 0x55;
        File.WriteAllBytes(Pack, bytes);
        Summaries(out var read).ShouldBe(cold);
        read.ShouldBeGreaterThan(0);
        Read().ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(70)]
    [InlineData(3000)]
    public void A_pack_cut_short_is_no_harm(int length)
    {
        Read();
        using (var pack = File.OpenWrite(Pack))
            pack.SetLength(length);
        Read().ShouldBe(20);
    }

    [Fact]
    public void Without_a_cache_everything_is_read()
    {
        Read(cache: false).ShouldBe(20);
        Read(cache: false).ShouldBe(20);
        Directory.Exists(_folder["cache"]).ShouldBeFalse();
    }

    [Fact]
    public void A_pack_that_another_build_holds_is_done_without()
    {
        Read();
        using var held = new FileStream(Pack + ".new", FileMode.Create, FileAccess.Write, FileShare.None);
        Read().ShouldBe(20);
    }

    [Fact]
    public void A_cancelled_reading_leaves_the_pack_as_it_was()
    {
        Read();
        var before = File.ReadAllBytes(Pack);
        _folder.Write("in/more.txt", "agency: 丁\n");
        using var cancel = new CancellationTokenSource();
        var input = InputFinder.InFolder(_folder["in"]);
        Should.Throw<OperationCanceledException>(() => InputReader.Read(input, MadeReport.Reader(input.Register), _folder["cache"], "test", 2, cancel.Cancel, cancel.Token));
        _folder.Files("cache").ShouldBe(["test.pack"]);
        File.ReadAllBytes(Pack).ShouldBe(before);
    }

    [Fact]
    public void The_whole_report_is_loaded_from_the_store()
    {
        Read();
        var input = InputFinder.InFolder(_folder["in"]);
        using var store = InputReader.Read(input, MadeReport.Reader(input.Register), _folder["cache"], "test", 2, () => { }, TestContext.Current.CancellationToken).Store;
        var archive = ArchiveAssembler.Assemble(input, [.. input.Files.Select(file => ReportSummary.Of(MadeReport.Read(file.Path, File.ReadAllText(file.FullPath))))]);
        foreach (var entry in archive.Reports)
        {
            store.Load(entry.Source).Source.ShouldBe(entry.Source);
            Copied(store, entry).ShouldBe(File.ReadAllBytes(_folder[$"in/{entry.Source.Path}"]));
        }

        var changed = archive.Reports.First();
        _folder.Write($"in/{changed.Source.Path}", "changed meanwhile");
        Should.Throw<UserError>(() => Copied(store, changed)).Message.ShouldContain(changed.Source.Path);
    }

    [Fact]
    public void What_is_wrong_with_a_sidecar_is_told_with_its_report()
    {
        _folder.Write("in/4.txt.yml", "jahr: 2019\n");
        var input = InputFinder.InFolder(_folder["in"]);
        using var store = InputReader.Read(input, MadeReport.Reader(input.Register), null, "", 2, () => { }, TestContext.Current.CancellationToken).Store;
        var entry = ArchiveAssembler.Assemble(input, [ReportSummary.Of(MadeReport.Read("4.txt", File.ReadAllText(_folder["in/4.txt"])))]).Reports.Single();
        store.Load(entry.Source).Diagnostics.ShouldContain(diagnostic => diagnostic.Code == "DA6002");
    }

    private static byte[] Copied(ReportStore store, ReportEntry entry)
    {
        using var copy = new MemoryStream();
        store.CopySource(entry.Source, copy);
        return copy.ToArray();
    }

    private int Read(bool cache = true)
    {
        var input = InputFinder.InFolder(_folder["in"]);
        var reading = InputReader.Read(input, MadeReport.Reader(input.Register), cache ? _folder["cache"] : null, "test", 2, () => { }, TestContext.Current.CancellationToken);
        reading.Store.Dispose();
        return reading.Read;
    }

    private string Summaries() => Summaries(out _);

    private string Summaries(out int read)
    {
        var input = InputFinder.InFolder(_folder["in"]);
        var reading = InputReader.Read(input, MadeReport.Reader(input.Register), _folder["cache"], "test", 2, () => { }, TestContext.Current.CancellationToken);
        using var store = reading.Store;
        read = reading.Read;
        using var text = new MemoryStream();
        foreach (var entry in ArchiveAssembler.Assemble(input, reading.Summaries).Reports)
            text.Write(Generator.Data.ReportJson.Of(entry, store.Load(entry.Source)).Span);
        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }
}
