using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>
/// Finds the report files of a folder, whatever its layout. Not reports are: <c>archive.yml</c>, <c>agencies.csv</c>, READMEs, sidecars, pictures,
/// names that begin with <c>.</c>, <c>_</c> or <c>~$</c>, what systems leave behind, and the folder that a browser saves beside a page.
/// Links out of the folder are not followed, what can't be opened is told and left out.
/// </summary>
public static class InputFinder
{
    public const string SettingsName = "archive.yml";
    public const string RegisterName = "agencies.csv";

    private static readonly ImmutableHashSet<string> NotReports =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, SettingsName, RegisterName, "Thumbs.db", "desktop.ini");

    private static readonly ImmutableArray<string> Pages = [".html", ".htm"];
    private static readonly ImmutableArray<string> BesidePages = ["_files", ".files"];

    private static readonly ImmutableHashSet<string> Pictures =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".ico");

    /// <summary>Everything in an input folder.</summary>
    /// <exception cref="UserError">There is no such folder.</exception>
    public static InputFolder InFolder(string root)
    {
        var folder = Demand(root);
        var files = ImmutableArray.CreateBuilder<InputFile>();
        var diagnostics = ImmutableArray.CreateBuilder<(string, Diagnostic)>();
        var withdrawn = ImmutableArray.CreateBuilder<WithdrawnFile>();
        Find(folder, folder, "", files, withdrawn, diagnostics);
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        withdrawn.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));

        var register = ReadRegister(folder.FullName, out var registerDiagnostics);
        foreach (var diagnostic in registerDiagnostics)
            diagnostics.Add((RegisterName, diagnostic));
        var settings = ReadSettings(folder.FullName, out var settingsDiagnostics);
        foreach (var diagnostic in settingsDiagnostics)
            diagnostics.Add((SettingsName, diagnostic));
        diagnostics.Sort((a, b) => string.CompareOrdinal(a.Item1, b.Item1));
        return new InputFolder(files.ToImmutable(), register, settings, diagnostics.ToImmutable()) { Withdrawn = withdrawn.ToImmutable() };
    }

    /// <summary>An input folder, by its full path.</summary>
    /// <exception cref="UserError">There is no such folder.</exception>
    public static DirectoryInfo Demand(string root) => Directory.Exists(root)
        ? new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)))
        : throw new UserError($"找不到输入文件夹：{root}。", $"There is no input folder {root}.");

    /// <summary>Whether a file or folder, by its name, is what git, editors and Office keep beside the files that people put there.</summary>
    public static bool IsKeptByPrograms(string name) => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal);

    /// <summary>Some files of one folder, with their sidecars, and register and settings of the nearest folder above that has a register. Their paths are their names.</summary>
    /// <exception cref="UserError">One of them is not there.</exception>
    public static InputFolder ForFiles(params ImmutableArray<string> paths)
    {
        var files = ImmutableArray.CreateBuilder<InputFile>();
        string? folder = null;
        var withdrawn = ImmutableArray.CreateBuilder<WithdrawnFile>();
        var left = new List<(string, Diagnostic)>();
        foreach (var path in paths)
        {
            var file = new FileInfo(Path.GetFullPath(path));
            if (!file.Exists)
                throw new UserError($"找不到文件：{path}。", $"There is no file {path}.");
            folder = file.DirectoryName;
            if (SidecarReader.IsSidecar(file.Name) && !NotReports.Contains(file.Name))
            {
                left.AddRange(Left(file.Name, file.FullName, withdrawn));
                continue;
            }

            var sidecar = file.FullName + SidecarReader.Extension;
            if (files.All(other => other.Path != file.Name))
                files.Add(new InputFile(file.Name, file.FullName, File.Exists(sidecar) ? sidecar : null));
        }

        var home = HomeOf(folder);
        var register = AgencyRegister.Empty;
        var settings = ArchiveSettings.Default;
        ImmutableArray<Diagnostic> ofRegister = [], ofSettings = [];
        if (home is not null)
        {
            register = ReadRegister(home, out ofRegister);
            settings = ReadSettings(home, out ofSettings);
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new InputFolder(
            files.ToImmutable(), register, settings,
            [.. ofRegister.Select(diagnostic => (RegisterName, diagnostic)), .. ofSettings.Select(diagnostic => (SettingsName, diagnostic)), .. left])
        {
            Withdrawn = withdrawn.ToImmutable(),
        };
    }

    /// <summary>The input folder that a file or folder belongs to: the nearest on its way up that has a register. Null if there is none.</summary>
    /// <param name="folder">A full path.</param>
    public static string? HomeOf(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, RegisterName)))
            folder = Path.GetDirectoryName(folder);
        return folder;
    }

    /// <summary>The register of a folder; an empty one if it has none.</summary>
    public static AgencyRegister RegisterOf(string folder) => ReadRegister(folder, out _);

    private static AgencyRegister ReadRegister(string folder, out ImmutableArray<Diagnostic> diagnostics)
    {
        diagnostics = [];
        return FileOf(folder, RegisterName) is { } file
            ? RegisterReader.Read(SourceReader.ReadWhole(file, SourceReader.MostOfRegister), out diagnostics)
            : AgencyRegister.Empty;
    }

    private static ArchiveSettings ReadSettings(string folder, out ImmutableArray<Diagnostic> diagnostics)
    {
        diagnostics = [];
        return FileOf(folder, SettingsName) is { } file
            ? SettingsReader.Read(SourceReader.ReadWhole(file, SourceReader.MostOfSettings), out diagnostics)
            : ArchiveSettings.Default;
    }

    /// <summary>A file of a folder, unless it is not there or a link leads out.</summary>
    private static string? FileOf(string folder, string name) =>
        new FileInfo(Path.Combine(folder, name)) is { Exists: true } file && Links.StaysWithin(file, folder) ? file.FullName : null;

    private static void Find(
        DirectoryInfo root, DirectoryInfo folder, string path,
        ImmutableArray<InputFile>.Builder files, ImmutableArray<WithdrawnFile>.Builder withdrawn, ImmutableArray<(string, Diagnostic)>.Builder diagnostics)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add((path, DiagnosticRules.FileUnopened.For(path, problem.GetType().Name)));
            return;
        }

        var names = entries.Where(entry => entry is FileInfo && Links.StaysWithin(entry, root.FullName)).Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (IsHidden(entry.Name))
                continue;
            var entryPath = path + entry.Name;
            if (!Links.StaysWithin(entry, root.FullName))
            {
                diagnostics.Add((entryPath, DiagnosticRules.LinkSkipped.For(entryPath)));
            }
            else if (entry is DirectoryInfo inner)
            {
                if (!IsSavedBesidePage(entry.Name, names))
                    Find(root, inner, entryPath + "/", files, withdrawn, diagnostics);
            }
            else if (IsYaml(entry.Name))
            {
                if (!NotReports.Contains(entry.Name) && !(SidecarReader.IsSidecar(entry.Name) && IsReport(SidecarReader.ReportOf(entry.Name)) && names.Contains(SidecarReader.ReportOf(entry.Name))))
                    diagnostics.AddRange(Left(entryPath, entry.FullName, withdrawn));
            }
            else if (IsReport(entry.Name))
            {
                var sidecar = entry.Name + SidecarReader.Extension;
                files.Add(new InputFile(entryPath, entry.FullName, names.Contains(sidecar) ? Path.Combine(folder.FullName, sidecar) : null));
            }
        }
    }

    /// <summary>A sidecar without a report: that of one that was withdrawn, or a stray one.</summary>
    private static IEnumerable<(string Path, Diagnostic Diagnostic)> Left(string path, string fullPath, ImmutableArray<WithdrawnFile>.Builder withdrawn)
    {
        var name = Path.GetFileName(path);
        if (!SidecarReader.IsSidecar(name) || !IsReport(SidecarReader.ReportOf(name)))
            return [(path, DiagnosticRules.SidecarOrphan.For(path))];
        Sidecar sidecar;
        ImmutableArray<Diagnostic> problems;
        try
        {
            sidecar = SidecarReader.Read(name, SourceReader.ReadWhole(fullPath, SourceReader.MostOfSettings), out problems);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [(path, DiagnosticRules.FileUnopened.For(path, problem.GetType().Name))];
        }

        ImmutableArray<(string, Diagnostic)> told = [.. problems.Select(problem => (path, problem))];
        if (sidecar.Withdrawal is not { } withdrawal)
            return [(path, DiagnosticRules.SidecarOrphan.For(path)), .. told.Where(said => said.Item2.Rule == DiagnosticRules.WithdrawalIncomplete)];
        if (sidecar is not { Agency: { } agency, Year: { } year })
            return [(path, DiagnosticRules.WithdrawnUnplaced.For(path)), .. told];
        withdrawn.Add(new WithdrawnFile(SidecarReader.ReportOf(path), agency, year, withdrawal));
        return [(path, DiagnosticRules.ReportWithdrawn.For($"{withdrawal.Date:yyyy-MM-dd}", withdrawal.Reason)), .. told];
    }

    private static bool IsHidden(string name) => name[0] == '_' || IsKeptByPrograms(name);

    private static bool IsYaml(string name) => Path.GetExtension(name).ToLowerInvariant() is ".yml" or ".yaml";

    /// <summary>Whether a file of this path in an input folder would be taken for a report; what browsers save beside pages can't be told by a path.</summary>
    internal static bool IsReportPath(string path) => path.Split('/') is [.. var folders, var name] && IsReport(name) && !folders.Any(folder => folder.Length > 0 && IsHidden(folder));

    private static bool IsReport(string name) =>
        !IsHidden(name) && !NotReports.Contains(name) && !IsYaml(name) && !IsReadme(name) && !Pictures.Contains(Path.GetExtension(name));

    private static bool IsReadme(string name)
    {
        var extension = Path.GetExtension(name);
        return name.Equals("README", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".readme", StringComparison.OrdinalIgnoreCase)
            || (extension.Equals(".md", StringComparison.OrdinalIgnoreCase) && name.StartsWith("README", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSavedBesidePage(string name, HashSet<string> names) =>
        BesidePages.Any(ending => name.EndsWith(ending, StringComparison.Ordinal) && Pages.Any(page => names.Contains(name[..^ending.Length] + page)));

    /// <summary>The folders that a browser saves beside a page, with a final <c>/</c>; of a report file that is no page none.</summary>
    internal static IEnumerable<string> SavedBeside(string path) =>
        Pages.Where(page => path.EndsWith(page, StringComparison.Ordinal)).SelectMany(page => BesidePages.Select(ending => $"{path[..^page.Length]}{ending}/"));
}
