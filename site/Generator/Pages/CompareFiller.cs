using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page that compares, and finds examples for its start in the archive.</summary>
public sealed class CompareFiller(ReportArchive archive)
{
    /// <summary>How many years an example has, with a report of each agency for each.</summary>
    private const int YearsOfExample = 3;

    private static readonly ImmutableArray<string> Scripts = ["address.js", "search-text.js", "search-index.js", "compare.js"];

    private readonly (AgencyEntry One, AgencyEntry Other, ImmutableArray<int> Years)? _pair = LargestPair(archive);

    private readonly AgencyEntry? _longest = archive.Agencies
        .Where(agency => !agency.IsUnidentified && agency.Current.Count(report => report.Key.Reviews is not null) >= YearsOfExample)
        .MaxBy(agency => agency.Current.Count(report => report.Key.Reviews is not null));

    /// <summary>The page in the language of its frames.</summary>
    public Comparison Fill(Frames frames)
    {
        var path = frames.Here(Routes.Compare);
        return new Comparison(
            frames.Frame(Routes.Compare, frames.Words["compare.title"], frames.Words["compare.description"]),
            Routes.Link(path, ""),
            [.. Scripts.Select(name => Routes.Link(path, Routes.Asset(name)))],
            Examples(frames, path),
            frames.Link(path, Routes.Agencies),
            frames.Link(path, Routes.Years));
    }

    private ImmutableArray<Link> Examples(Frames frames, string path)
    {
        string To(IEnumerable<AgencyEntry> agencies, IEnumerable<int> years, string figures) =>
            $"{Routes.Link(path, path)}?a={string.Join(',', agencies.Select(agency => Uri.EscapeDataString(agency.Key)))}"
            + (years.Any() ? $"&y={string.Join(',', years)}" : "") + $"&r={figures}";

        var examples = ImmutableArray.CreateBuilder<Link>();
        if (_pair is var (one, other, years))
        {
            examples.Add(new Link(frames.Words["compare.example.received", one.Name, other.Name, years[0], years[^1]], To([one, other], years, "received")));
            examples.Add(new Link(frames.Words["compare.example.results", one.Name, other.Name, years[^1]], To([one, other], [years[^1]], "results")));
        }

        if (_longest is { } longest)
            examples.Add(new Link(frames.Words["compare.example.disputes", longest.Name], To([longest], [], "disputes")));
        return examples.ToImmutable();
    }

    /// <summary>
    /// The two agencies of one kind with the most requests in the last years that both report by the same editions; null if there are none.
    /// </summary>
    private static (AgencyEntry, AgencyEntry, ImmutableArray<int>)? LargestPair(ReportArchive archive)
    {
        var newest = archive.Agencies.SelectMany(agency => agency.Current).Max(report => report.Year);
        if (newest is not { } last)
            return null;

        ImmutableArray<int> years = [.. Enumerable.Range(last - YearsOfExample + 1, YearsOfExample)];
        var pairs =
            from agency in archive.Agencies
            where agency.Register is { Kind.Length: > 0 }
            let reports = agency.Current.Where(report => report.Year is { } year && years.Contains(year) && report.Edition != Editions.Form2008 && report.Key.Received is not null).ToList()
            where reports.Count == YearsOfExample
            group (agency, Received: reports.Sum(report => report.Key.Received!.Value)) by agency.Register!.Kind into kind
            where kind.Count() > 1
            let largest = kind.OrderByDescending(pair => pair.Received).Take(2).ToList()
            orderby largest.Sum(pair => pair.Received) descending
            select (largest[0].agency, largest[1].agency);
        foreach (var (one, other) in pairs)
            return (one, other, years);
        return null;
    }
}
