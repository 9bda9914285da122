using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Checking;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>
/// Tells what happened to an archive's reports from the history of its input folder in git, if <c>archive.yml</c> asks for it. It takes dates and paths only, no names. Of a clone
/// that has not the whole history nothing is told: its oldest commit would pass for the day on which everything came.
/// </summary>
internal static class HistoryReader
{
    /// <summary>What a file is called now that was removed before another took its path.</summary>
    private const string Gone = "";

    /// <summary>The archive with its history and its reports' dates; with a diagnostic instead if there is none to be had.</summary>
    public static ReportArchive Date(ReportArchive archive, string inputFolder, CancellationToken cancel)
    {
        if (!archive.Settings.History)
            return archive;
        try
        {
            var git = GitRepository.Of(inputFolder, cancel);
            return git.IsShallow
                ? Without(archive, "克隆时没有取全部历史；请 git fetch --unshallow，GitHub Actions 中写 fetch-depth: 0")
                : Date(archive, git.History(), git);
        }
        catch (UserError)
        {
            // What git says names folders of this machine, and this is published.
            return Without(archive, "输入文件夹不在 git 仓库里，还没有提交，或没有安装 git");
        }
    }

    private static ReportArchive Without(ReportArchive archive, string why) =>
        archive with { Diagnostics = archive.Diagnostics.Add((InputFinder.SettingsName, DiagnosticRules.HistoryAbsent.For(why))) };

    private static ReportArchive Date(ReportArchive archive, ImmutableArray<CommittedChange> commits, GitRepository git)
    {
        var uncommitted = git.ChangesSince(git.Commit("HEAD"));
        var dates = new Dictionary<string, (DateOnly Added, DateOnly? Changed)>(StringComparer.Ordinal);
        var dated = commits.Select(commit => (Commit: commit, Now: "")).ToArray();
        var now = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < commits.Length; i++)
        {
            var commit = commits[i];
            var path = now.GetValueOrDefault(commit.Path, commit.Path);
            dated[i].Now = path;
            // A file that only got another name says what it said before.
            if (path.Length > 0)
                dates[path] = (commit.Date, dates.GetValueOrDefault(path).Changed ?? (commit.Before == commit.After ? null : commit.Date));
            if (commit.Former is { } former)
                now[former] = path;
            else if (commit.Change == FileChange.Added)
                now[commit.Path] = Gone;
        }

        DateOnly? Of(IEnumerable<string> paths, Func<(DateOnly Added, DateOnly? Changed), DateOnly?> date, Func<IEnumerable<DateOnly?>, DateOnly?> choose) =>
            choose(paths.Where(dates.ContainsKey).Select(path => date(dates[path])));

        ReportEntry Dated(ReportEntry entry)
        {
            var files = entry.Sources.Select(source => source.Path).ToList();
            var all = files.Concat(files.Select(file => file + SidecarReader.Extension)).ToList();
            return entry with
            {
                AddedOn = Of(files.Where(file => uncommitted.GetValueOrDefault(file, FileChange.Modified) != FileChange.Added), date => date.Added, Enumerable.Min),
                ChangedOn = all.Exists(uncommitted.ContainsKey) ? null : Of(all, date => date.Changed, Enumerable.Max),
            };
        }

        var found = archive with { Agencies = [.. archive.Agencies.Select(agency => agency with { Reports = [.. agency.Reports.Select(Dated)] })] };
        return found with { History = new ArchiveHistory(new ChangeTeller(found, dated, git).Tell()) };
    }
}
