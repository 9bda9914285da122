using System.CommandLine;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>build</c>: a folder of reports becomes a site. It is what the program does if it is not told otherwise.</summary>
internal sealed class BuildCommand
{
    private readonly Option<string> _input = new("--input", "-i")
    {
        DefaultValueFactory = _ => "input",
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        DefaultValueFactory = _ => "output",
    };

    private readonly Option<bool> _noCache = new("--no-cache");

    /// <summary>Lets a command build.</summary>
    public void Attach(Command command)
    {
        command.Options.Add(_input);
        command.Options.Add(_output);
        command.Options.Add(_noCache);
        command.SetAction((parsed, cancel) => Task.Run(() => Run(
            parsed.GetValue(_input)!, parsed.GetValue(_output)!, parsed.GetValue(_noCache), parsed.InvocationConfiguration.Output, cancel), CancellationToken.None));
    }

    private static int Run(string inputFolder, string outputFolder, bool noCache, TextWriter console, CancellationToken cancel)
    {
        DemandApart(inputFolder, outputFolder);
        using var output = new FolderOutput(outputFolder);
        var terminal = console == Console.Out && !Console.IsOutputRedirected;
        var result = TerminalProgress.Show(terminal, progress => new SiteBuilder
        {
            Pages = new SitePages().Pages,
            CacheFolder = noCache ? null : Path.Combine(".cache", "disclosure-archive"),
            Progress = progress,
        }.Build(inputFolder, output, cancel));
        Tell(console, result, inputFolder, outputFolder);
        return ExitCode.Done;
    }

    private static void Tell(TextWriter console, BuildResult result, string inputFolder, string outputFolder)
    {
        var archive = result.Archive;
        var reports = archive.Reports.Where(report => report.IsCurrent).ToList();
        var earlier = archive.Reports.Where(report => !report.IsCurrent).ToList();
        var agencies = archive.Agencies.Count(agency => !agency.IsUnidentified);
        var years = reports.Select(report => report.Year).Where(year => year is not null).Distinct().Count();
        var figures = reports.Sum(report => (long)report.Cells.GetValueOrDefault(FigureState.Reported));
        var failed = reports.Sum(report => report.Failed);
        console.WriteLine($"已生成：{reports.Count} 份报告，{agencies} 个机关，{years} 个年度，{figures} 个法定表格数字，{failed} 处勾稽关系不成立。");
        console.WriteLine($"Built: {reports.Count} reports, {agencies} agencies, {years} years, {figures} statutory figures, {failed} failed checks.");
        if (earlier.Count > 0)
        {
            var failedBefore = earlier.Sum(report => report.Failed);
            console.WriteLine($"另有 {earlier.Count} 份较早版本，其中 {failedBefore} 处勾稽关系不成立；它们已被新版取代，各有页面，不计入上面的数。");
            console.WriteLine($"Earlier revisions: {earlier.Count}, with {failedBefore} failed checks; they have pages of their own and do not count above.");
        }

        console.WriteLine($"读取 {result.Read} 份（其余未变）；写入 {result.Change.Written} 个文件，未变 {result.Change.Unchanged} 个，删除 {result.Change.Removed} 个。");
        console.WriteLine($"Read {result.Read} (the others are unchanged); wrote {result.Change.Written} files, {result.Change.Unchanged} unchanged, {result.Change.Removed} removed.");
        if (reports.Count == 0)
        {
            console.WriteLine($"{inputFolder} 中没有报告：把 docx、html、md、txt 格式的报告放进去，再运行一次。");
            console.WriteLine($"There are no reports in {inputFolder}: put docx, html, md or txt files there and run again.");
        }

        if (archive.Settings.BaseUrl.Length == 0)
            console.WriteLine("archive.yml 没有 base_url：sitemap.xml 只有相对地址，404.html 上没有链接。 No base_url in archive.yml: addresses in sitemap.xml are relative, and 404.html has no links.");
        if (result.ConcernCount > 0)
        {
            console.WriteLine();
            console.WriteLine($"需要留意 {result.ConcernCount} 处，先列最要紧的（全部见 data/diagnostics.json）：");
            console.WriteLine($"{result.ConcernCount} things to look at, the worst first (all in data/diagnostics.json):");
            foreach (var concern in result.Concerns)
                DiagnosticText.Write(console, concern.Path, concern.Diagnostic);
        }

        console.WriteLine();
        console.WriteLine($"请打开 Open: {Path.Combine(outputFolder, "index.html")}");
    }

    /// <summary>What stands in the output is removed if it is not written again: reports must never stand there, nor the output among the reports.</summary>
    private static void DemandApart(string inputFolder, string outputFolder)
    {
        var input = Path.GetFullPath(inputFolder) + Path.DirectorySeparatorChar;
        var output = Path.GetFullPath(outputFolder) + Path.DirectorySeparatorChar;
        if (input.StartsWith(output, StringComparison.Ordinal) || output.StartsWith(input, StringComparison.Ordinal))
            throw new UserError("输入文件夹与输出文件夹不能互相包含。", "Input and output folder must stand apart.");
    }
}
