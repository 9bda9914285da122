using System.CommandLine;
using System.Globalization;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>build</c>: a folder of reports becomes a site. It is what the program does if it is not told otherwise.</summary>
internal sealed class BuildCommand
{
    /// <summary>Where what was read is kept for the next build.</summary>
    internal static readonly string CacheFolder = Path.Combine(".cache", "disclosure-archive");

    private const string Quiet = "quiet", Normal = "normal", Detailed = "detailed";

    private readonly Option<string> _input = new("--input", "-i") { DefaultValueFactory = _ => "input", HelpName = "DIR" };

    private readonly Option<string> _output = new("--output", "-o") { DefaultValueFactory = _ => "output", HelpName = "DIR" };

    private readonly Option<bool> _noCache = new("--no-cache");

    private readonly Option<bool> _clean = new("--clean");

    private readonly Option<string?> _baseUrl = new("--base-url") { HelpName = "URL" };

    private readonly Option<string[]> _only = new("--only") { HelpName = "GLOB", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string?> _strict = new Option<string?>("--strict") { HelpName = "error|warning" }.AcceptOnlyFromAmong("error", "warning");

    private readonly Option<string> _verbosity = new Option<string>("--verbosity", "-v")
    {
        DefaultValueFactory = _ => Normal,
        HelpName = $"{Quiet}|{Normal}|{Detailed}",
    }.AcceptOnlyFromAmong(Quiet, Normal, Detailed);

    /// <summary>Lets a command build.</summary>
    public void Attach(Command command)
    {
        foreach (var option in (Option[])[_input, _output, _baseUrl, _only, _strict, _clean, _noCache, _verbosity])
            command.Options.Add(option);
        command.SetAction((parsed, cancel) => Task.Run(() => Run(parsed, cancel), CancellationToken.None));
    }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var (inputFolder, outputFolder) = (parsed.GetValue(_input)!, parsed.GetValue(_output)!);
        var verbosity = parsed.GetValue(_verbosity)!;
        var (console, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var isClean = parsed.GetValue(_clean);
        DemandApart(inputFolder, outputFolder);
        using var output = new FolderOutput(outputFolder, isClean);
        var times = new StageTimes();
        var result = TerminalProgress.Show(verbosity == Quiet ? TextWriter.Null : error, progress => new SiteBuilder
        {
            Pages = new SitePages(),
            CacheFolder = parsed.GetValue(_noCache) ? null : CacheFolder,
            IsClean = isClean,
            BaseUrl = parsed.GetValue(_baseUrl),
            Only = [.. parsed.GetValue(_only) ?? []],
            Strict = parsed.GetValue(_strict) switch { "error" => Severity.Error, "warning" => Severity.Warning, _ => null },
            ConcernsShown = verbosity == Detailed ? int.MaxValue : SiteBuilder.UsuallyShown,
            Progress = new BothProgress(times, progress),
        }.Build(inputFolder, output, cancel));
        if (result.Change is null)
        {
            Refuse(error, result);
            return ExitCode.Failed;
        }

        if (verbosity == Quiet)
        {
            foreach (var mistake in result.Mistakes)
                error.WriteLine($"错误 {mistake}");
            return ExitCode.Done;
        }

        Tell(console, result, result.Change, inputFolder, outputFolder);
        if (verbosity == Detailed)
            foreach (var (stage, time, _) in times.Taken())
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage} {time.TotalSeconds:0.00} s"));
        return ExitCode.Done;
    }

    /// <summary>Says why nothing was published.</summary>
    private static void Refuse(TextWriter error, BuildResult result)
    {
        error.WriteLine($"错误 没有发布：--strict 不许有的问题有 {result.Refused} 处，原有的输出没有改动。下面先列最要紧的。");
        error.WriteLine($"Not published: {result.Refused} problems that --strict does not allow; the former output stands. The worst first:");
        foreach (var concern in result.Concerns)
            DiagnosticText.Write(error, concern.Path, concern.Diagnostic);
    }

    private static void Tell(TextWriter console, BuildResult result, OutputChange change, string inputFolder, string outputFolder)
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

        console.WriteLine($"读取 {result.Read} 份（其余未变）；写入 {change.Written} 个文件，未变 {change.Unchanged} 个，删除 {change.Removed} 个。");
        console.WriteLine($"Read {result.Read} (the others are unchanged); wrote {change.Written} files, {change.Unchanged} unchanged, {change.Removed} removed.");
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
            var all = Path.Combine([outputFolder, .. Routes.DiagnosticsData.Split('/')]);
            console.WriteLine($"需要留意 {result.ConcernCount} 处，先列最要紧的（全部见 {all}，每份报告的网页上也有）：");
            console.WriteLine($"{result.ConcernCount} things to look at, the worst first (all in {all} and on each report's page):");
            foreach (var concern in result.Concerns)
                DiagnosticText.Write(console, concern.Path, concern.Diagnostic);
        }

        console.WriteLine();
        console.WriteLine($"请打开 Open: {Path.Combine(outputFolder, "index.html")}");
    }

    /// <summary>What stands in the output is removed if it is not written again: reports must never stand there, nor the output among the reports.</summary>
    internal static void DemandApart(string inputFolder, string outputFolder)
    {
        if (!FolderPath.AreApart(inputFolder, outputFolder))
            throw new UserError("输入文件夹与输出文件夹不能互相包含。", "Input and output folder must stand apart.");
    }
}
