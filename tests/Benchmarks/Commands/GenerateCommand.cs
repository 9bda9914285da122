using System.CommandLine;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Benchmarks.Commands;

/// <summary><c>generate N DIR</c>: writes a folder of made-up reports.</summary>
internal static class GenerateCommand
{
    public static Command Make()
    {
        var count = new Argument<int>("count") { Description = "报告份数" };
        var folder = new Argument<string>("dir") { Description = "写到哪个文件夹" };
        var seed = new Option<ulong>("--seed") { Description = "随机种子；相同的种子得到相同的文件", DefaultValueFactory = _ => 1 };
        var textOnly = new Option<bool>("--text-only") { Description = "只写纯文本（各种版式）" };
        var command = new Command("generate", "生成一批虚构的报告") { count, folder, seed, textOnly };
        command.SetAction(arguments =>
        {
            foreach (var file in SyntheticArchive.Make(arguments.GetValue(count), arguments.GetValue(seed), arguments.GetValue(textOnly)))
                file.WriteTo(arguments.GetValue(folder)!);
        });
        return command;
    }
}
