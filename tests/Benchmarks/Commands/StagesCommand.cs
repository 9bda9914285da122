using System.CommandLine;
using System.Diagnostics;
using DisclosureArchive.Benchmarks.Comparing;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Benchmarks.Commands;

/// <summary><c>stages INPUT OUTPUT</c>: builds once without a cache and tells how long each stage took, and what part of the work the pages were.</summary>
internal static class StagesCommand
{
    public static Command Make()
    {
        var input = new Argument<string>("input") { Description = "报告所在的文件夹" };
        var output = new Argument<string>("output") { Description = "网站写入的文件夹" };
        var command = new Command("stages", "各阶段用时（请用 -c Release 运行）") { input, output };
        command.SetAction(arguments =>
        {
            var times = new StageTimes();
            var pages = new TimedPages();
            var begun = Stopwatch.GetTimestamp();
            using var folder = new FolderOutput(arguments.GetValue(output)!);
            new SiteBuilder { Pages = pages, Progress = times }.Build(arguments.GetValue(input)!, folder, CancellationToken.None);
            var whole = Stopwatch.GetElapsedTime(begun);
            foreach (var (stage, time, cpu) in times.Taken())
                Console.WriteLine(FormattableString.Invariant($"{stage}：{time.TotalSeconds:0.00} s，CPU {cpu.TotalSeconds:0.00} s"));
            var share = pages.Taken / Environment.ProcessorCount / whole;
            Console.WriteLine(FormattableString.Invariant($"其中 {pages.Count} 个网页 pages：{pages.Taken.TotalSeconds:0.00} s / {Environment.ProcessorCount} 线程 threads = {share:P1}，共 of {whole.TotalSeconds:0.00} s"));
        });
        return command;
    }
}
