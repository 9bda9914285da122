using System.Globalization;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Benchmarks.Comparing;

/// <summary>
/// Measures our build and its peers side by side in one run, as whole processes on a RAM disk: a warm-up, then three runs,
/// taking turns. The peers render the same pages from what our build read.
/// </summary>
/// <param name="repository">Root of the repository.</param>
/// <param name="work">An empty folder to work in.</param>
internal sealed class Comparison(string repository, string work)
{
    private const int Runs = 3;

    /// <param name="Prepare">What is done before each run and not measured.</param>
    private sealed record Contender(string Name, string Output, Action Prepare, Launch Launch)
    {
        public List<Measurement> Measurements { get; } = [];
    }

    /// <param name="count">How many reports.</param>
    /// <param name="textOnly">Plain text reports only.</param>
    /// <param name="say">Told of what is going on.</param>
    /// <returns>A Markdown table.</returns>
    public string Run(int count, ulong seed, bool textOnly, Action<string> say)
    {
        say($"生成 {count} 份报告");
        foreach (var file in SyntheticArchive.Make(count, seed, textOnly))
            file.WriteTo(In("input"));

        say("发布程序，安装 Eleventy");
        Measurement.Run(new Launch(repository, "dotnet", "publish", "site/Generator", "-c", "Release", "-o", In("generator"), "-v", "quiet"));
        var generator = In("generator/DisclosureArchive.Generator");
        Measurement.Run(new Launch(work, generator, "build", "--input", "input", "--output", "warm"));
        var data = new PeerData(In("warm"));
        PeerFolders.WriteEleventy(data, Path.Combine(repository, "tests/Benchmarks/peers/eleventy"), In("eleventy"));
        PeerFolders.WriteHugo(data, Path.Combine(repository, "tests/Benchmarks/peers/hugo"), In("hugo"));
        Measurement.Run(new Launch(In("eleventy"), "npm", "ci", "--no-audit", "--no-fund"));

        Contender[] contenders =
        [
            new("本程序，首次生成（读取、核对、网页、数据）", In("cold"), () => Clear("cold"),
                new Launch(work, generator, "build", "--no-cache", "--input", "input", "--output", "cold")),
            new("本程序，第二次生成（没有变化）", In("warm"), () => { },
                new Launch(work, generator, "build", "--input", "input", "--output", "warm")),
            new("Eleventy 3.1.6（只有网页，数据已读好）", In("eleventy/site"), () => Clear("eleventy/site"),
                new Launch(In("eleventy"), "node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet")),
            new($"Hugo {HugoVersion()}（只有网页，数据已读好）", In("hugo/public"), () => Clear("hugo/public"),
                new Launch(In("hugo"), "hugo", "--quiet")),
        ];
        for (var run = 0; run <= Runs; run++)
        {
            foreach (var contender in contenders)
            {
                contender.Prepare();
                var measured = Measurement.Of(contender.Launch);
                say($"{(run == 0 ? "预热" : $"第{run}次")} {contender.Name}：{measured.Wall:0.0} 秒，{measured.PeakMegabytes:0} MB");
                if (run > 0)
                    contender.Measurements.Add(measured);
            }
        }

        return Table(count, contenders);
    }

    private static string Table(int count, IEnumerable<Contender> contenders)
    {
        var lines = new List<string>
        {
            $"{count} 份报告（中位数，{Environment.ProcessorCount} 核，内存盘，整个进程）", "",
            "| 程序 | 网页数 | 网页 MB | 时间 s | 内存峰值 MB |", "|---|--:|--:|--:|--:|",
        };
        foreach (var contender in contenders)
        {
            var pages = Directory.GetFiles(contender.Output, "*.html", SearchOption.AllDirectories);
            var size = pages.Sum(page => new FileInfo(page).Length) / 1e6;
            var median = Measurement.Median(contender.Measurements);
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {contender.Name} | {pages.Length} | {size:0} | {median.Wall:0.0} | {median.PeakMegabytes:0} |"));
        }

        return string.Join('\n', lines);
    }

    private static string HugoVersion()
    {
        var version = Path.GetTempFileName();
        try
        {
            Measurement.Run(new Launch(".", "sh", "-c", "hugo version > \"$0\"", version));
            return File.ReadAllText(version).Split(' ')[1].Split('-', '+')[0].TrimStart('v');
        }
        finally
        {
            File.Delete(version);
        }
    }

    private string In(string name) => Path.Combine(work, name);

    private void Clear(string name)
    {
        if (Directory.Exists(In(name)))
            Directory.Delete(In(name), recursive: true);
    }
}
