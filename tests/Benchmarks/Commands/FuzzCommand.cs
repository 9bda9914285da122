using System.CommandLine;
using System.Diagnostics;
using DisclosureArchive.Fuzzing;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Benchmarks.Commands;

/// <summary><c>fuzz</c>: mutates reports and reads what comes of it; tells each mutation that broke something and keeps its file.</summary>
internal static class FuzzCommand
{
    public static Command Make()
    {
        var count = new Option<int>("--count") { Description = "变异次数", DefaultValueFactory = _ => 20_000 };
        var seed = new Option<ulong>("--seed") { Description = "随机种子；相同的种子和序号得到相同的文件", DefaultValueFactory = _ => 1 };
        var first = new Option<int>("--first") { Description = "从第几个开始" };
        var keep = new Option<string?>("--keep") { Description = "把出错的文件（变异前、变异后）存入这个文件夹" };
        var command = new Command("fuzz", "模糊测试：变异报告，检查没有崩溃、超时和错误的数字") { count, seed, first, keep };
        command.SetAction(arguments =>
        {
            var watch = Stopwatch.StartNew();
            using var tools = new ReadingTools(ReadingLimits.Default);
            var failures = new Fuzzer(tools).Run(arguments.GetValue(seed), arguments.GetValue(first), arguments.GetValue(count), failure => Tell(failure, arguments.GetValue(keep)));
            Console.WriteLine(FormattableString.Invariant($"{arguments.GetValue(count)} 次变异，{failures.Count} 次出错，{watch.Elapsed.TotalSeconds:0} 秒。"));
            return failures.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static void Tell(Failure? failure, string? keep)
    {
        if (failure is null)
            return;
        Console.WriteLine(failure);
        if (keep is null)
            return;
        Directory.CreateDirectory(keep);
        var name = Path.Combine(keep, $"{failure.Seed}-{failure.Number}");
        File.WriteAllBytes($"{name}-before{failure.Original.Extension}", failure.Original.Content.ToArray());
        File.WriteAllBytes($"{name}{failure.File.Extension}", failure.File.Content.ToArray());
    }
}
