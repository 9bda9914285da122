using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Checking;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Commands;

/// <summary>
/// <c>check FILE…|DIR</c>: tells what was recognised in each file and what is wrong with it. <c>check --changed BASE [DIR]</c>: the same of what a
/// branch changes. Findings go to the standard output, progress to the standard error.
/// </summary>
internal sealed class CheckCommand
{
    private const string UsualFolder = "input";

    private readonly Argument<string[]> _paths = new("文件或文件夹")
    {
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _format = new("--format")
    {
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string?> _changed = new("--changed");

    public Command Make()
    {
        _format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        var command = new Command("check") { _paths, _format, _changed };
        command.Validators.Add(parsed =>
        {
            var paths = parsed.GetValue(_paths) ?? [];
            if (paths.Any(string.IsNullOrEmpty) || (parsed.GetResult(_changed) is null ? paths.Length == 0 : paths.Length > 1))
                parsed.AddError("check: FILE…, or --changed BASE [DIR]");
        });
        command.SetAction((parsed, cancel) => Task.Run(
            () => Run(parsed.GetValue(_paths)!, parsed.GetValue(_changed), parsed.GetValue(_format)!, parsed.InvocationConfiguration, cancel), CancellationToken.None));
        return command;
    }

    private static int Run(string[] paths, string? changed, string format, InvocationConfiguration told, CancellationToken cancel)
    {
        var result = TerminalProgress.Show(told.Error, progress =>
        {
            if (changed is null)
                return OfFiles(paths, input => Read(input, null, progress, cancel));
            var folder = paths is [var given] ? given : UsualFolder;
            return BranchCheck.Run(folder, changed, NamesIn(folder), (input, isWhole) => Read(input, isWhole ? folder : null, progress, cancel), cancel);
        });
        Write(told.Output, result, format);
        return result.IsSound ? ExitCode.Done : ExitCode.Failed;
    }

    /// <param name="cached">The folder whose cache of the last build is used, and kept up, if builds keep one here; null for none.</param>
    private static InputReading Read(InputFolder input, string? cached, IBuildProgress progress, CancellationToken cancel)
    {
        progress.Begin("读取 Reading", input.Files.Length);
        using var tools = new ReadingTools(input.Settings.Limits);
        return InputReader.Read(
            input, new ReportReader(input.Register, tools).Read, cached is not null && Directory.Exists(BuildCommand.CacheFolder) ? BuildCommand.CacheFolder : null, cached is null ? "" : SiteBuilder.CacheName(cached),
            Environment.ProcessorCount, progress.Advance, cancel);
    }

    private static CheckResult OfFiles(string[] paths, Func<InputFolder, InputReading> read)
    {
        var reports = ImmutableArray.CreateBuilder<CheckedReport>();
        var ofArchive = ImmutableArray.CreateBuilder<Remark>();

        // All are looked for before the first is read, so that a mistyped name is told at once. Files of one folder may be one report; a sidecar stands for the report beside it.
        var folders = paths.Where(Directory.Exists).Distinct(StringComparer.Ordinal).Select(path => (Input: InputFinder.InFolder(path), Names: NamesIn(path), IsWhole: true, IsTold: (Func<string, bool>)(_ => true)));
        var ofFolders = paths.Where(path => !Directory.Exists(path) && IsOfArchive(path) && File.Exists(path))
            .Select(path => (Input: InputFinder.InFolder(FolderOf(path)) with { Files = [] }, Names: NamesIn(FolderOf(path)), IsWhole: true, IsTold: (Func<string, bool>)(told => told == Path.GetFileName(path))));
        var chosen = paths.Where(path => !Directory.Exists(path) && !(IsOfArchive(path) && File.Exists(path)))
            .Select(path => SidecarReader.IsSidecar(path) && File.Exists(SidecarReader.ReportOf(path)) ? SidecarReader.ReportOf(path) : path)
            .GroupBy(FolderOf, path => path, (_, files) => files.ToList(), StringComparer.Ordinal)
            .Select(files => (Input: InputFinder.ForFiles([.. files]), Names: NamesBeside(Path.GetDirectoryName(files[0]) ?? ""), IsWhole: false, IsTold: (Func<string, bool>)(_ => true)));
        foreach (var (input, names, isWhole, isTold) in folders.Concat(ofFolders).Concat(chosen).ToList())
        {
            var reading = read(input);
            using var files = reading.Store;
            var store = new JoinedReports(reading);
            var archive = ArchiveAssembler.Assemble(reading.Input, store.Summaries);
            var check = new ReportCheck(archive, store, names);
            ofArchive.AddRange(check.OfArchive(isTold));
            reports.AddRange(archive.Reports.OrderBy(report => report.Source.Path, StringComparer.Ordinal).Select(entry => check.Whole(entry, isWhole)));
        }

        return new CheckResult(reports.ToImmutable(), ofArchive.ToImmutable());
    }

    private static bool IsOfArchive(string path) => Path.GetFileName(path) is InputFinder.SettingsName or InputFinder.RegisterName;

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>What the user would call the files of a folder: as the folder was typed; below the current folder without what leads there.</summary>
    private static Func<string, string> NamesIn(string folder)
    {
        var shown = (FolderPath.Within(folder.Length > 0 ? folder : ".", Environment.CurrentDirectory) ?? folder.Replace(Path.DirectorySeparatorChar, '/')).TrimEnd('/');
        return path => shown is "" or "." ? path : $"{shown}/{path}";
    }

    /// <summary>The same for some files of a folder: register and settings may stand in a folder above.</summary>
    private static Func<string, string> NamesBeside(string folder)
    {
        var names = NamesIn(folder);
        var ofArchive = InputFinder.HomeOf(Path.GetFullPath(folder.Length > 0 ? folder : ".")) is { } home ? NamesIn(home) : names;
        return path => path is InputFinder.RegisterName or InputFinder.SettingsName ? ofArchive(path) : names(path);
    }

    private static void Write(TextWriter console, CheckResult result, string format)
    {
        switch (format)
        {
            case "json":
                console.Write(Json.Text(json => CheckJson.Write(json, result)));
                break;
            case "sarif":
                console.Write(Json.Text(json => CheckSarif.Write(json, result)));
                break;
            case "github":
                CheckAnnotations.Write(console, result);
                if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
                    File.AppendAllText(summary, CheckAnnotations.Summary(result), new UTF8Encoding(false));
                break;
            default:
                new CheckText(console, console == Console.Out && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))).Write(result);
                break;
        }
    }
}
