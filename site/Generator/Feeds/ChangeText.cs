using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>What an entry says of what happened to a report, in Chinese.</summary>
public static class ChangeText
{
    private static Words Words => Words.Chinese;

    /// <summary>What happened, and to which report; where that can't be told, to which file.</summary>
    public static string Title(ArchiveChange change) => Words["feed.change.title",
        Words[$"changelog.kind.{Data.Words.Of(change.Kind)}"],
        change is { Agency: { } agency, Year: { } year } ? $"{agency.Name} {Terms.Chinese.Year(year)}" : change.Path];

    /// <summary>The file, and why; of a withdrawal for which nobody gave a reason it says that.</summary>
    public static string Summary(ArchiveChange change) => Words["feed.change.file", change.Path] + change switch
    {
        { Kind: ChangeKind.Renamed } => Words["feed.change.former", change.Reason],
        { Reason.Length: > 0 } => Words["feed.change.reason", change.Reason],
        { Kind: ChangeKind.Withdrawn } => Words["changelog.no_reason"] + "。",
        _ => "",
    };
}
