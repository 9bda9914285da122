using System.CommandLine;
using DisclosureArchive.Benchmarks.Searching;

namespace DisclosureArchive.Benchmarks.Commands;

/// <summary><c>search N</c>: measures our search beside Pagefind and MiniSearch. Linux only: needs GNU time, npm, node and Chromium.</summary>
internal static class SearchCommand
{
    public static Command Make()
    {
        var count = new Argument<int>("count") { Description = "报告份数" };
        var seed = new Option<ulong>("--seed") { Description = "随机种子", DefaultValueFactory = _ => 1 };
        var work = new Option<string>("--work")
        {
            Description = "在哪个文件夹里新建工作文件夹 disclosure-archive-search",
            DefaultValueFactory = _ => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
        };
        var command = new Command("search", "搜索与 Pagefind、MiniSearch 并排测量（仅限 Linux，请用 -c Release 运行）") { count, seed, work };
        command.SetAction(async (arguments, _) =>
        {
            if (!OperatingSystem.IsLinux())
            {
                Console.Error.WriteLine("search 只能在 Linux 上运行：内存峰值由 /usr/bin/time 测得。");
                return 1;
            }

            var folder = Path.GetFullPath(Path.Combine(arguments.GetValue(work)!, "disclosure-archive-search"));
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            try
            {
                Console.WriteLine(await new SearchComparison(Repository.Root, folder).Run(arguments.GetValue(count), arguments.GetValue(seed), Console.Error.WriteLine));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }

            return 0;
        });
        return command;
    }
}
