using System.CommandLine;
using DisclosureArchive.Benchmarks.Comparing;

namespace DisclosureArchive.Benchmarks.Commands;

/// <summary><c>compare N</c>: measures our build beside Eleventy and Hugo. Linux only: needs GNU time, npm, node and hugo.</summary>
internal static class CompareCommand
{
    public static Command Make()
    {
        var count = new Argument<int>("count") { Description = "报告份数" };
        var seed = new Option<ulong>("--seed") { Description = "随机种子", DefaultValueFactory = _ => 1 };
        var textOnly = new Option<bool>("--text-only") { Description = "只用纯文本报告" };
        var work = new Option<string>("--work")
        {
            Description = "在哪个文件夹里新建工作文件夹 disclosure-archive-benchmark",
            DefaultValueFactory = _ => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
        };
        var command = new Command("compare", "与 Eleventy、Hugo 并排测量（仅限 Linux）") { count, seed, textOnly, work };
        command.SetAction(arguments =>
        {
            if (!OperatingSystem.IsLinux())
            {
                Console.Error.WriteLine("compare 只能在 Linux 上运行：内存峰值由 /usr/bin/time 测得。");
                return 1;
            }

            var folder = Path.GetFullPath(Path.Combine(arguments.GetValue(work)!, "disclosure-archive-benchmark"));
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            var table = new Comparison(Repository.Root, folder)
                .Run(arguments.GetValue(count), arguments.GetValue(seed), arguments.GetValue(textOnly), Console.Error.WriteLine);
            Console.WriteLine(table);
            return 0;
        });
        return command;
    }
}
