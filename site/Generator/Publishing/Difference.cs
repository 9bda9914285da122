using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Publishing;

/// <summary>How a file of a published copy is not what it should be.</summary>
internal enum DifferenceKind
{
    /// <summary>Its bytes are others.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there and should not be.</summary>
    Extra,
}

/// <summary>A file of a published copy that is not what it should be.</summary>
/// <param name="Text">Where it begins to differ, if that is known and both are text.</param>
internal sealed record Difference(DifferenceKind Kind, string Path, TextDifference? Text = null)
{
    /// <summary>Compares a copy with what a build gave, byte for byte.</summary>
    /// <returns>The differences by path, and how many files were compared.</returns>
    public static (ImmutableArray<Difference> Differences, int Compared) FromBuild(IPublishedCopy copy, PublishedFolder build, CancellationToken cancel) =>
        Find(build.Paths, path =>
        {
            var expected = build.Read(path);
            var published = copy.Read(path);
            return published is null ? new Difference(DifferenceKind.Missing, path)
                : published.AsSpan().SequenceEqual(expected) ? null
                : new Difference(DifferenceKind.Changed, path, TextDifference.Of(published, expected));
        }, copy.Paths ?? (copy.Read(Manifest.Path) is { } manifest ? Named(manifest).Keys.Append(Manifest.Path) : []), cancel);

    /// <summary>Compares a copy with its own manifest.</summary>
    /// <exception cref="UserError">It has none, or a line of it is wrong.</exception>
    public static (ImmutableArray<Difference> Differences, int Compared) FromManifest(IPublishedCopy copy, CancellationToken cancel)
    {
        var named = Named(copy.Read(Manifest.Path) ?? throw new UserError($"没有 {Manifest.Path}，不是本程序发布的网站。", $"There is no {Manifest.Path}: this is no site of this program."));
        return Find(named.Keys, path => copy.Read(path) is not { } published ? new Difference(DifferenceKind.Missing, path)
            : Convert.ToHexStringLower(SHA256.HashData(published)) == named[path] ? null
            : new Difference(DifferenceKind.Changed, path), copy.Paths?.Where(path => path != Manifest.Path) ?? [], cancel);
    }

    private static Dictionary<string, string> Named(byte[] manifest) => Manifest.Strictly(Encoding.UTF8.GetString(manifest));

    private static (ImmutableArray<Difference>, int) Find(
        IReadOnlyCollection<string> expected, Func<string, Difference?> compare, IEnumerable<string> published, CancellationToken cancel)
    {
        var found = new ConcurrentBag<Difference>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        Parallel.ForEach(expected, parallel, path =>
        {
            if (compare(path) is { } difference)
                found.Add(difference);
        });
        var extra = published.Except(expected, StringComparer.Ordinal).Select(path => new Difference(DifferenceKind.Extra, path));
        return ([.. found.Concat(extra).OrderBy(difference => difference.Path, StringComparer.Ordinal)], expected.Count);
    }
}
