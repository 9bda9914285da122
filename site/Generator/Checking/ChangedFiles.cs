using System.Collections.Immutable;
using DisclosureArchive.Generator.Inputs;

namespace DisclosureArchive.Generator.Checking;

/// <summary>The files of an input folder that a branch changed since it left another.</summary>
/// <param name="Base">The other, as the user named it.</param>
/// <param name="MergeBase">Hash of the commit at which they parted.</param>
/// <param name="Added">New files, by path within the input folder; files that git does not know yet included.</param>
/// <param name="Modified">Files that have other content than at the merge base.</param>
/// <param name="Deleted">Files that are gone.</param>
/// <param name="NameOf">What the user would call a file.</param>
public sealed record ChangedFiles(
    string Base, string MergeBase, ImmutableArray<string> Added, ImmutableArray<string> Modified, ImmutableArray<string> Deleted, Func<string, string> NameOf)
{
    /// <summary>Those that are no reports, sidecars, settings or register: READMEs, pictures, hidden files. Nothing is said of them.</summary>
    public ImmutableSortedSet<string> Ignored { get; init; } = [];

    /// <summary>All of them, by path.</summary>
    public IEnumerable<string> All => Added.Concat(Modified).Concat(Deleted);

    /// <summary>The report that a file is about: a report itself, or the one beside a sidecar.</summary>
    public static string ReportOf(string path) =>
        SidecarReader.IsSidecar(path) && Path.GetFileName(path) != InputFinder.SettingsName ? SidecarReader.ReportOf(path) : path;
}
