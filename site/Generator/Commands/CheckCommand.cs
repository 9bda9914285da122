using System.CommandLine;
using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>check FILE…|DIR</c>: tells in plain Chinese what was recognised in each file and what is wrong with it.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string[]> _paths = new("文件或文件夹")
    {
        Arity = ArgumentArity.OneOrMore,
    };

    public Command Make()
    {
        var command = new Command("check") { _paths };
        command.SetAction((parsed, cancel) => Task.Run(
            () => Run(parsed.GetValue(_paths)!, parsed.InvocationConfiguration.Output, cancel), CancellationToken.None));
        return command;
    }

    private static int Run(string[] paths, TextWriter console, CancellationToken cancel)
    {
        var sound = true;
        var files = 0;
        var warnings = 0;

        // All are looked for before the first is told of, so that a mistyped name is not lost among what is told. Files of one folder may be one report.
        var folders = paths.Where(Directory.Exists).Select(path => (Input: InputFinder.InFolder(path), IsWhole: true));
        var chosen = paths.Where(path => !Directory.Exists(path)).GroupBy(path => Path.GetDirectoryName(Path.GetFullPath(path)), StringComparer.Ordinal)
            .Select(files => (Input: InputFinder.ForFiles([.. files]), IsWhole: false));
        foreach (var (input, isWhole) in folders.Concat(chosen).ToList())
        {
            using var tools = new ReadingTools(input.Settings.Limits);
            var reading = InputReader.Read(input, new ReportReader(input.Register, tools).Read, null, "", Environment.ProcessorCount, () => { }, cancel);
            using var read = reading.Store;
            var store = new JoinedReports(reading);
            var archive = ArchiveAssembler.Assemble(reading.Input, store.Summaries);
            foreach (var (file, diagnostic) in archive.Diagnostics)
            {
                DiagnosticText.Write(console, file, diagnostic);
                sound &= diagnostic.Severity < Severity.Error;
            }

            foreach (var report in archive.Reports.OrderBy(report => report.Source.Path, StringComparer.Ordinal))
            {
                Tell(console, report, store.Load(report), isWhole);
                sound &= report is { Errors: 0, Failed: 0 };
                warnings += report.Warnings;
                files += report.Sources.Length;
            }
        }

        console.WriteLine(
            files == 0 ? "没有可检查的报告文件。 There are no report files to check."
            : sound ? $"检查了 {files} 个文件，没有错误{(warnings > 0 ? $"，有 {warnings} 处提醒" : "")}。"
            : $"检查了 {files} 个文件，有错误或不成立的勾稽关系，见上文。");
        return sound ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Tell(TextWriter console, ReportEntry entry, AnnualReport report, bool isWhole)
    {
        int Cells(FigureState state) => entry.Cells.GetValueOrDefault(state);

        console.WriteLine(string.Join("　＋　", entry.Sources.Select(source => source.Path)));
        console.WriteLine($"  机关：{(Data.DataFiles.AgencyName(report) is { Length: > 0 } name ? name : "无法确定")}　年度：{entry.Year?.ToString(CultureInfo.InvariantCulture) ?? "无法确定"}　格式：{entry.Edition?.Label ?? "无法判断"}");
        console.WriteLine(
            $"  法定单元格：数字 {Cells(FigureState.Reported)}，空白 {Cells(FigureState.Blank)}，不适用 {Cells(FigureState.NotApplicable)}，"
            + $"无法辨认 {Cells(FigureState.Unreadable)}，缺少 {Cells(FigureState.Missing)}；其他表格 {report.OwnTables.Length} 个");
        console.WriteLine($"  勾稽关系：成立 {entry.Passed}，不成立 {entry.Failed}，无法核对 {entry.NotAssessable}");
        // Of some files of an archive nobody can tell which years are missing.
        foreach (var diagnostic in report.Diagnostics.Concat(entry.Added).Where(diagnostic => isWhole || diagnostic.Rule != DiagnosticRules.YearGap)
            .OrderByDescending(diagnostic => diagnostic.Severity))
            DiagnosticText.Write(console, "", diagnostic);

        // A failed relation has its diagnostic as well, if the checks gave one; what they did not say is said here.
        var said = report.Diagnostics.Concat(entry.Added).Where(diagnostic => diagnostic.Rule == DiagnosticRules.CheckFailed)
            .Select(diagnostic => diagnostic.Arguments[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in report.Findings.Concat(entry.CarryOver))
            if (finding.Status == FindingStatus.Failed && !said.Contains(finding.Label))
                DiagnosticText.Write(console, "", DiagnosticRules.CheckFailed.At(PlaceOf(finding, report), finding.Label, finding.Detail));
        console.WriteLine();
    }

    private static Reports.Documents.SourceLocation PlaceOf(Finding finding, AnnualReport report) =>
        finding.LeftCells.Concat(finding.RightCells).Select(cell => report[cell]?.Location ?? default).FirstOrDefault(place => !place.IsNone);
}
