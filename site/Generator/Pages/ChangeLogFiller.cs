using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Feeds;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page of what happened to the reports of the archive.</summary>
public sealed class ChangeLogFiller(ReportArchive archive, Frames frames)
{
    /// <summary>How many changes the page lists; a page that takes a minute to load helps nobody, and the data has them all.</summary>
    public const int Most = 500;

    public ChangeLog Fill()
    {
        var here = frames.Here(Routes.ChangeLog);
        var changes = archive.History?.Changes ?? [];
        var frame = frames.Frame(Routes.ChangeLog, frames.Words["changelog.title"], frames.Words["changelog.lead"]);
        var feed = ChangeFeed.Exists(archive)
            ? new FeedLink(frames.Words["feed.title", frames.Words["changelog.title"], archive.Settings.Title], Routes.Link(here, Routes.ChangeFeed), null)
            : null;
        return new ChangeLog(
            feed is null ? frame : frame with { Feeds = [feed] },
            archive.History is not null,
            [.. changes.Take(Most).GroupBy(change => change.Date).Select(day => new DayOfChanges(Numbers.Date(day.Key), [.. day.Select(change => Line(here, change))]))],
            Math.Max(0, changes.Length - Most),
            archive.History is null ? null : Routes.Link(here, Data.Tables.TableFiles.PathOf(Data.Tables.DataTables.Changes)),
            feed?.Atom);
    }

    private LoggedChange Line(string here, ArchiveChange change)
    {
        var href = change.Page is null ? null : Routes.Link(here, change.Page);
        var kind = Data.Words.Of(change.Kind);
        var reason = change switch
        {
            { Kind: ChangeKind.Renamed } => frames.Words["changelog.former", change.Reason],
            { Reason.Length: > 0 } => frames.Words["changelog.reason", change.Reason],
            { Kind: ChangeKind.Withdrawn } => frames.Words["changelog.reason", frames.Words["changelog.no_reason"]],
            _ => "",
        };
        return change is { Agency: { } agency, Year: { } year }
            ? new LoggedChange(frames.Words[$"changelog.kind.{kind}"], new Link($"{agency.Name} {frames.Terms.Year(year)}", href), change.Path, reason)
            : new LoggedChange(frames.Words[$"changelog.kind.{kind}"], new Link(change.Path, href), "", reason);
    }
}
