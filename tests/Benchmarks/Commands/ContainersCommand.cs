using System.CommandLine;
using System.Diagnostics;
using DisclosureArchive.Fuzzing;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Benchmarks.Commands;

/// <summary><c>containers COUNT</c>: how many files a second are read of each container, on all cores, after warming up.</summary>
internal static class ContainersCommand
{
    private const int WarmUp = 50;

    /// <summary>What LibreOffice has to convert first takes a second or so.</summary>
    private const int SlowOneIn = 50;

    private static readonly string[] Layouts = ["word-text", "markdown-pipes", "html", "docx", "xlsx", "csv", "mht", "pdf"];

    public static Command Make()
    {
        var count = new Argument<int>("count") { Description = "每种容器的文件数" };
        var command = new Command("containers", "各种容器每秒读取的文件数（请用 -c Release 运行）") { count };
        command.SetAction(arguments =>
        {
            using var tools = new ReadingTools(ReadingLimits.Default);
            var read = Fuzzer.Reader(tools);
            foreach (var layout in Layouts)
                Measure(layout, [.. Enumerable.Range(0, arguments.GetValue(count)).Select(number => Write(Layout.Get(layout), number))], read);
            if (Corpus.Examples().FirstOrDefault(file => file.Name.EndsWith(".doc", StringComparison.Ordinal)) is { Source: { } old })
                Measure("doc", [.. Enumerable.Repeat(old, arguments.GetValue(count) / SlowOneIn)], read);
        });
        return command;
    }

    private static SourceFile Write(Layout layout, int number)
    {
        var random = SplitMix.For((ulong)number, layout.Name);
        var made = SyntheticReport.Make("示例县民政局", 2023, Editions.Form2021, random, size: 1 + (number % 5));
        return new SourceFile("report" + layout.Extension, layout.Write(ReportPrinter.Print(made, Noise.None, random), random));
    }

    private static void Measure(string name, List<SourceFile> files, Func<SourceFile, AnnualReport> read)
    {
        Parallel.ForEach(files.Take(WarmUp), file => read(file));
        var clock = Stopwatch.StartNew();
        var figures = files.AsParallel().Sum(file => read(file).Figures.Count(figure => figure.Value is not null));
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{name}：{files.Count / seconds:0} 份/s（{files.Count} 份，{figures} 个数字，平均 {files.Average(file => file.Content.Length) / 1000:0} kB）"));
    }
}
