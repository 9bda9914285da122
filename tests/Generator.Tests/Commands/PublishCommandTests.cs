using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Commands;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary><c>publish</c> brings a site to a folder, into a bag, into a zip file, and touches nothing of others.</summary>
public sealed partial class PublishCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public PublishCommandTests()
    {
        _folder.Write("in/民政局/2021年报告.txt", "样例县民政局2021年政府信息公开工作年度报告\n\n样例县民政局\n\n2022年1月20日\n");
        _folder.Write("in/100%.txt", "样例县财政局2022年政府信息公开工作年度报告\n");
        _folder.Write("in/archive.yml", "title: 样例档案\nowner: 样例县\n");
        _folder.Write("in/.git/secret", "");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_what_changed_is_written_and_only_what_was_ours_goes()
    {
        await Build();
        await Publish("--to", _folder["www"]);
        _folder.Files("www").ShouldBe(_folder.Files("out"));
        _folder.Write("www/CNAME", "archive.example.org");
        _folder.Write("www/.git/HEAD", "ref");
        _folder.Write("www/agencies/样例县财政局/theirs.txt", "");
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in _folder.Files("www"))
            File.SetLastWriteTimeUtc(_folder["www/" + file], before);

        File.Delete(_folder["in/100%.txt"]);
        await Build();
        await Publish("--to", _folder["www"]);

        _folder.Files("www").ShouldBe(_folder.Files("out").Append("CNAME").Append(".git/HEAD").Append("agencies/样例县财政局/theirs.txt").Order(StringComparer.Ordinal));
        foreach (var file in _folder.Files("out"))
            File.ReadAllBytes(_folder["www/" + file]).ShouldBe(File.ReadAllBytes(_folder["out/" + file]), file);
        File.GetLastWriteTimeUtc(_folder["www/assets/site.css"]).ShouldBe(before);
        File.GetLastWriteTimeUtc(_folder["www/index.html"]).ShouldNotBe(before);

        await Publish("--to", _folder["www"]);
        _output.ToString().ShouldContain("写入 0 个文件");
    }

    [Fact]
    public async Task After_an_interrupted_publication_nothing_is_taken_on_trust()
    {
        await Build();
        await Publish("--to", _folder["www"]);
        // As if an earlier one had ended halfway: another content of the same length, a part, a file that no manifest names.
        var page = File.ReadAllText(_folder["www/about.html"]);
        File.WriteAllText(_folder["www/about.html"], page.Replace("<h1", "<h2"));
        _folder.Write("www/data/.publishing-part", "half");
        _folder.Write("www/gone/old.html", "");
        _folder.Write("www/.publishing", "about.html\ngone/old.html\n../in/archive.yml\n");

        await Publish("--to", _folder["www"]);

        File.ReadAllText(_folder["www/about.html"]).ShouldBe(page);
        _folder.Files("www").ShouldBe(_folder.Files("out"));
        File.Exists(_folder["in/archive.yml"]).ShouldBeTrue();
    }

    [Fact]
    public async Task A_folder_of_others_is_refused_and_left_alone()
    {
        await Build();
        _folder.Write("www/thesis.docx", "years of work");
        (await Run("--to", _folder["www"])).ShouldBe(1);
        _error.ToString().ShouldStartWith("错误 目标文件夹不是空的");
        _folder.Files("www").ShouldBe(["thesis.docx"]);
    }

    [Fact]
    public async Task A_file_of_others_in_the_way_is_not_overwritten()
    {
        await Build();
        _folder.Write("www/.git/HEAD", "ref");
        await Publish("--to", _folder["www"]);
        _folder.Write("in/b.txt", "样例县教育局2023年政府信息公开工作年度报告\n");
        await Build();
        _folder.Write("www/agencies/样例县教育局/2023.html", "theirs");
        var before = _folder.Files("www");
        (await Run("--to", _folder["www"])).ShouldBe(1);
        _error.ToString().ShouldContain("agencies/样例县教育局/2023.html 不是本程序写的");
        _folder.Files("www").ShouldBe(before);
    }

    [Fact]
    public async Task Nothing_is_written_through_a_link()
    {
        await Build();
        await Publish("--to", _folder["www"]);
        Directory.Move(_folder["www/data"], _folder["elsewhere"]);
        Directory.CreateSymbolicLink(_folder["www/data"], _folder["elsewhere"]);
        File.Delete(_folder["elsewhere/reports.csv"]);
        (await Run("--to", _folder["www"])).ShouldBe(1);
        _error.ToString().ShouldContain("data 是链接");
        File.Exists(_folder["elsewhere/reports.csv"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_in_the_place_of_a_file_is_replaced()
    {
        await Build();
        await Publish("--to", _folder["www"]);
        _folder.Write("elsewhere.html", "mine");
        File.Delete(_folder["www/about.html"]);
        File.CreateSymbolicLink(_folder["www/about.html"], _folder["elsewhere.html"]);
        await Publish("--to", _folder["www"]);
        File.ReadAllText(_folder["elsewhere.html"]).ShouldBe("mine");
        File.ReadAllText(_folder["www/about.html"]).ShouldBe(File.ReadAllText(_folder["out/about.html"]));
    }

    [Theory]
    [InlineData("--to", "www")]
    [InlineData("--bag", "bag")]
    [InlineData("--zip", "site.zip")]
    public async Task A_damaged_site_is_not_published(string option, string target)
    {
        await Build();
        File.AppendAllText(_folder["out/about.html"], "!");
        (await Run(option, _folder[target])).ShouldBe(1);
        _error.ToString().ShouldContain("about.html 与清单不符");
        File.Exists(_folder["www/about.html"]).ShouldBeFalse();
        Path.Exists(_folder["bag"]).ShouldBeFalse();
        File.Exists(_folder["site.zip"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_target_the_usage_is_told() => (await Run()).ShouldBe(2);

    /// <summary>By the words of RFC 8493, sections 2 and 3, with nothing of the writer.</summary>
    [Fact]
    public async Task The_bag_is_complete_and_valid()
    {
        await Build();
        _folder.Write("in/odd\nname.yml", "");
        await Publish("--bag", _folder["bag"]);

        File.ReadAllBytes(_folder["bag/bagit.txt"]).ShouldBe("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"u8.ToArray());
        _folder.Files("bag").Where(file => !file.Contains('/')).ShouldBe(["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]);
        var payload = _folder.Files("bag").Where(file => file.StartsWith("data/", StringComparison.Ordinal)).ToList();
        Holds("bag/manifest-sha256.txt").ShouldBe(payload);
        Holds("bag/tagmanifest-sha256.txt").ShouldBe(["bag-info.txt", "bagit.txt", "manifest-sha256.txt"]);
        File.ReadAllText(_folder["bag/manifest-sha256.txt"]).ShouldContain("  data/input/100%25.txt\n");
        File.ReadAllText(_folder["bag/manifest-sha256.txt"]).ShouldContain("  data/input/odd%0Aname.yml\n");

        var info = File.ReadAllLines(_folder["bag/bag-info.txt"]).Select(line => InfoLine().Match(line)).ToList();
        info.ShouldAllBe(line => line.Success);
        var oxum = info.Single(line => line.Groups["label"].Value == "Payload-Oxum").Groups["value"].Value;
        oxum.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{payload.Sum(file => new FileInfo(_folder["bag/" + file]).Length)}.{payload.Count}"));
        info.Select(line => line.Groups["label"].Value).ShouldBe(["Source-Organization", "External-Description", "Payload-Oxum"]);

        payload.ShouldContain("data/input/民政局/2021年报告.txt");
        payload.ShouldContain("data/input/archive.yml");
        payload.ShouldContain("data/output/index.html");
        payload.ShouldNotContain(file => file.Contains("/.git/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_withdrawn_is_neither_in_the_site_nor_in_the_bag()
    {
        _folder.Write("in/民政局/2021年报告.html", "<p>样例县民政局2021年政府信息公开工作年度报告</p>");
        _folder.Write("in/民政局/2021年报告_files/表.png", "scan");
        _folder.Write("in/民政局/2021年报告.txt.yml", "withdrawn: 2024-03-01\nreason: 误传\n");
        _folder.Write("in/100%_files/note.png", "mine");
        await Build();
        await Publish("--to", _folder["www"], "--bag", _folder["bag"], "--zip", _folder["site.zip"]);

        // Both files are one report.
        _output.ToString().ShouldContain("有 2 个报告文件没有存入");
        _folder.Files("bag").Where(file => file.StartsWith("data/input/", StringComparison.Ordinal))
            .ShouldBe(["data/input/100%.txt", "data/input/100%_files/note.png", "data/input/archive.yml", "data/input/民政局/2021年报告.txt.yml"]);
        Holds("bag/manifest-sha256.txt").Count.ShouldBe(_folder.Files("bag").Count(file => file.StartsWith("data/", StringComparison.Ordinal)));
        var withdrawn = new[] { "in/民政局/2021年报告.txt", "in/民政局/2021年报告.html" }.Select(path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder[path])))).ToList();
        foreach (var manifest in (string[])["out/manifest-sha256.txt", "www/manifest-sha256.txt", "bag/manifest-sha256.txt"])
            foreach (var sha256 in withdrawn)
                File.ReadAllText(_folder[manifest]).ShouldNotContain(sha256);
        using var zip = ZipFile.OpenRead(_folder["site.zip"]);
        zip.Entries.ShouldNotContain(entry => entry.FullName.Contains("2021年报告", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bag_stands_apart_from_what_goes_into_it()
    {
        await Build();
        foreach (var (site, bag) in new[] { ("out", "out/bag"), ("out/", "out/bag"), ("out", "in/bag/") })
        {
            (await Run("--output", _folder[site], "--bag", _folder[bag])).ShouldBe(1);
            _error.ToString().ShouldContain($"存档不能放在它的来源里：{_folder[bag]}");
            Path.Exists(_folder[bag]).ShouldBeFalse();
        }

        await Publish("--bag", _folder["bag/"]);
        _folder.Files("bag").ShouldContain("bagit.txt");
    }

    [Fact]
    public async Task The_same_archive_gives_the_same_bag_and_the_same_zip()
    {
        await Build();
        await Publish("--bag", _folder["one"], "--zip", _folder["one.zip"]);
        foreach (var file in _folder.Files("out"))
            File.SetLastWriteTimeUtc(_folder["out/" + file], DateTime.UnixEpoch.AddYears(40));
        await Publish("--bag", _folder["two"], "--zip", _folder["two.zip"]);

        _folder.Files("two").ShouldBe(_folder.Files("one"));
        foreach (var file in _folder.Files("one"))
            File.ReadAllBytes(_folder["two/" + file]).ShouldBe(File.ReadAllBytes(_folder["one/" + file]), file);
        File.ReadAllBytes(_folder["two.zip"]).ShouldBe(File.ReadAllBytes(_folder["one.zip"]));
        (await Run("--bag", _folder["two"])).ShouldBe(1);
        _error.ToString().ShouldContain("目标不是空文件夹");
    }

    [Fact]
    public async Task The_zip_holds_the_site_in_one_folder()
    {
        await Build();
        await Publish("--zip", _folder["档案.zip"]);
        ZipFile.ExtractToDirectory(_folder["档案.zip"], _folder["unpacked"]);
        _folder.Files("unpacked/archive").ShouldBe(_folder.Files("out"));
        foreach (var file in _folder.Files("out"))
            File.ReadAllBytes(_folder["unpacked/archive/" + file]).ShouldBe(File.ReadAllBytes(_folder["out/" + file]), file);
        using var zip = ZipFile.OpenRead(_folder["档案.zip"]);
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
        zip.Entries.Select(entry => entry.FullName).ShouldBe(zip.Entries.Select(entry => entry.FullName).SkipLast(1).Order(StringComparer.Ordinal).Append("archive/manifest-sha256.txt"));
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldNotContain(path => path.EndsWith(".partial", StringComparison.Ordinal));
    }

    /// <summary>The paths of a bag's manifest, each with the checksum that it says.</summary>
    private List<string> Holds(string manifest)
    {
        var text = File.ReadAllText(_folder[manifest]);
        text.ShouldEndWith("\n");
        var paths = new List<string>();
        foreach (var line in text.Split('\n')[..^1])
        {
            var match = ManifestLine().Match(line);
            match.Success.ShouldBeTrue(line);
            var path = match.Groups["path"].Value.Replace("%0A", "\n").Replace("%0D", "\r").Replace("%25", "%");
            using var sha = SHA256.Create();
            using var file = File.OpenRead(_folder["bag/" + path]);
            Convert.ToHexString(sha.ComputeHash(file)).ToLowerInvariant().ShouldBe(match.Groups["sum"].Value, path);
            paths.Add(path);
        }

        return [.. paths.Order(StringComparer.Ordinal)];
    }

    private async Task Build() =>
        (await CommandLine.RunAsync(["build", "--no-cache", "--input", _folder["in"], "--output", _folder["out"]], TextWriter.Null, _error)).ShouldBe(0, _error.ToString());

    private async Task Publish(params string[] arguments) => (await Run(arguments)).ShouldBe(0, _error.ToString());

    private Task<int> Run(params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        return CommandLine.RunAsync(["publish", .. arguments.Contains("--output") ? (string[])[] : ["--output", _folder["out"]], "--input", _folder["in"], .. arguments], _output, _error);
    }

    [GeneratedRegex(@"^(?<sum>[0-9a-f]{64})[ \t]+(?<path>[^ \t].*)$")]
    private static partial Regex ManifestLine();

    [GeneratedRegex(@"^(?<label>[^:\s][^:]*):[ \t](?<value>\S.*)$")]
    private static partial Regex InfoLine();
}
