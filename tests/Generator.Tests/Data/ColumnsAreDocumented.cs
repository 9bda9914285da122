using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data;

/// <summary><c>docs/data.md</c> names every column and every word of the data files, in their order.</summary>
public sealed partial class ColumnsAreDocumented
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "data.md"));

    public static TheoryData<string> Tables => [.. DataTables.All.Select(table => table.Id)];

    [Theory, MemberData(nameof(Tables))]
    public void Of_each_table(string id) =>
        FirstCells(id == DataTables.Figures.Id ? "### `data/figures/<year>.csv`" : $"### `data/{id}.csv`").ShouldBe(DataTables.Get(id).Columns.Select(column => column.Name));

    [Fact]
    public void The_states_of_a_figure() => FirstCells("## States").ShouldBe(Enum.GetValues<FigureState>().Select(Words.Of));

    [Fact]
    public void The_words_of_the_json()
    {
        foreach (var word in Enum.GetValues<FactSource>().Select(Words.Of).Concat(Enum.GetValues<SectionKind>().Select(Words.Of)).Concat(Enum.GetValues<FindingStatus>().Select(Words.Of))
            .Concat(Enum.GetValues<EditionSource>().Select(Words.Of)).Concat(Enum.GetValues<CorrectionStatus>().Select(Words.Of)))
            Document.ShouldContain($"`{word}`");
    }

    /// <summary>What stands first in each row of the first table below a heading.</summary>
    private static List<string> FirstCells(string heading)
    {
        var start = Document.IndexOf(heading + "\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, $"docs/data.md has no {heading}");
        var below = Document[(start + heading.Length)..];
        var table = below[below.IndexOf("\n| ", StringComparison.Ordinal)..];
        return [.. FirstCell().Matches(table[..table.IndexOf("\n\n", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();
}
