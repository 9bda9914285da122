using DisclosureArchive.Browser.Tests.Search;
using DisclosureArchive.Generator.Search;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Benchmarks.Searching;

/// <summary>A query with what it must find.</summary>
/// <param name="Kind">What it is made of, for the reader of the table.</param>
/// <param name="Text">As it is typed.</param>
/// <param name="Expected">Pages of the reports that hold it.</param>
internal sealed record SearchQuery(string Kind, string Text, IReadOnlySet<string> Expected)
{
    /// <summary>What people type: pieces of text of one to six characters, names of agencies, two words.</summary>
    public static List<SearchQuery> Make(Truth truth, IReadOnlyList<string> agencies, int count, SplitMix random)
    {
        var runs = truth.Texts.SelectMany(text => text.Split(SearchFolding.Boundary)).Where(run => run.Length > 1).ToList();
        string Piece()
        {
            for (; ; )
            {
                var run = random.Pick(runs);
                var length = Math.Min(random.Between(1, 6), run.Length);
                if (run.Substring(random.Below(run.Length - length + 1), length).Trim('.', '-') is { Length: > 0 } piece)
                    return piece;
            }
        }

        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var (kind, words) = (number % 4) switch
            {
                0 or 1 => ("片段", new[] { Piece() }),
                2 => ("机关名称", [random.Pick(agencies)]),
                _ => ("两个词", [Piece(), Piece()]),
            };
            return new SearchQuery(kind, string.Join(' ', words), truth.Find(words));
        })];
    }
}
