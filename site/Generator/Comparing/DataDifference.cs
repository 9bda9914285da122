using System.Collections.Immutable;
using CsvHelper;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Comparing;

/// <summary>How the data of two outputs differ.</summary>
/// <param name="Old">What the user calls the first.</param>
/// <param name="New">What the user calls the second.</param>
/// <param name="Reports">Reports that are new, gone or changed, by page.</param>
/// <param name="PagesAdded">Pages that only the second has.</param>
/// <param name="PagesRemoved">Pages that only the first has.</param>
public sealed record DataDifference(
    string Old, string New, ImmutableArray<ReportChange> Reports, ImmutableArray<string> PagesAdded, ImmutableArray<string> PagesRemoved)
{
    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Reports.IsEmpty && PagesAdded.IsEmpty && PagesRemoved.IsEmpty;

    /// <summary>How many reports are new, gone or changed.</summary>
    public int CountReports(ChangeKind kind) => Reports.Count(report => report.Kind == kind);

    /// <summary>How many figures of changed reports are new, lost or other.</summary>
    public int CountFigures(ChangeKind kind) => Reports.Sum(report => report.Figures.Count(figure => figure.Kind == kind));

    /// <summary>How many relations of changed reports came to a status from another, or to none (null).</summary>
    public int CountChecks(string? status) => Reports.Sum(report => report.Checks.Count(check => check.New == status));

    /// <summary>Compares two output folders.</summary>
    /// <param name="oldName">What the user calls the first.</param>
    /// <param name="oldFolder">Where it stands.</param>
    /// <param name="newName">What the user calls the second.</param>
    /// <param name="newFolder">Where it stands.</param>
    /// <exception cref="UserError">A folder holds no output of this program.</exception>
    public static DataDifference Between(string oldName, string oldFolder, string newName, string newFolder)
    {
        var (before, after) = (ReportsOf(oldName, oldFolder), ReportsOf(newName, newFolder));
        var changes = new List<ReportChange>();
        foreach (var page in before.Intersect(after, StringComparer.Ordinal))
        {
            var (old, @new) = (BytesOf(oldFolder, page), BytesOf(newFolder, page));
            if (!old.AsSpan().SequenceEqual(@new))
                changes.Add(ReportChange.Between(PublishedReport.Read(page, old), PublishedReport.Read(page, @new)));
        }

        // A report whose agency or year is told otherwise has another page: its file is still the same.
        var gone = before.Except(after, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(page => PublishedReport.Read(page, BytesOf(oldFolder, page)))
            .GroupBy(report => report.Facts["sha256"], StringComparer.Ordinal).ToDictionary(reports => reports.Key, reports => new Queue<PublishedReport>(reports), StringComparer.Ordinal);
        foreach (var report in after.Except(before, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(page => PublishedReport.Read(page, BytesOf(newFolder, page))))
        {
            var former = gone.TryGetValue(report.Facts["sha256"], out var same) && same.TryDequeue(out var first) ? first : null;
            changes.Add(former is null ? new ReportChange(ChangeKind.Added, null, report) : ReportChange.Between(former, report));
        }

        changes.AddRange(gone.Values.SelectMany(left => left).Select(report => new ReportChange(ChangeKind.Removed, report, null)));
        var (oldPages, newPages) = (PagesOf(oldFolder), PagesOf(newFolder));
        return new DataDifference(
            oldName, newName, [.. changes.OrderBy(change => change.Report.Page, StringComparer.Ordinal)],
            [.. newPages.Except(oldPages, StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. oldPages.Except(newPages, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The pages of the reports as the list of reports has them: beside them stand feeds, and copies at former addresses.</summary>
    private static HashSet<string> ReportsOf(string name, string folder)
    {
        var list = Path.Combine(folder, TableFiles.PathOf(DataTables.Reports));
        if (!File.Exists(list))
            throw new UserError(
                $"{name} 不是本程序生成的输出：里面没有 {TableFiles.PathOf(DataTables.Reports)}。请写输出文件夹，或 git 的版本（分支、标签、提交）。",
                $"{name} is no output of this program: it has no {TableFiles.PathOf(DataTables.Reports)}. Give an output folder or a git revision.");
        using var csv = CsvReader.Create(new StringReader(File.ReadAllText(list)), CsvReaderOptions.Default, leaveOpen: false);
        var pages = new HashSet<string>(StringComparer.Ordinal);
        while (csv.Read())
            if (csv.TryGetFieldIndex("page", out var index) && csv.GetString(index) is var page && OutputPath.IsWithin(page) && page.EndsWith(".html", StringComparison.Ordinal) && File.Exists(DataOf(folder, page)))
                pages.Add(page);
        return pages;
    }

    private static byte[] BytesOf(string folder, string page) => File.ReadAllBytes(DataOf(folder, page));

    private static string DataOf(string folder, string page) => Path.Combine(folder, page[..^".html".Length] + ".json");

    private static HashSet<string> PagesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Select(file => Local(folder, file))];

    private static string Local(string folder, string file) => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
}
