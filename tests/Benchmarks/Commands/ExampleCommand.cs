using System.CommandLine;
using DisclosureArchive.Benchmarks.Example;

namespace DisclosureArchive.Benchmarks.Commands;

/// <summary><c>example DIR</c>: writes the reports of the example archive that <c>Example/reports.csv</c> lists.</summary>
internal static class ExampleCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("dir") { Description = "写到哪个文件夹（仓库中是 input）" };
        var command = new Command("example", "生成示例档案中的报告") { folder };
        command.SetAction(arguments =>
        {
            foreach (var file in ExampleReport.WriteAll())
                file.WriteTo(arguments.GetValue(folder)!);
        });
        return command;
    }
}
