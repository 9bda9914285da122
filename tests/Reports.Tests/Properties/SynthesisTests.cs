using DisclosureArchive.Synthesis;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Properties;

/// <summary>The generator itself: the same seed gives the same bytes.</summary>
public sealed class SynthesisTests
{
    [Fact]
    public void The_same_seed_gives_the_same_files()
    {
        var first = SyntheticArchive.Make(60, 7, textOnly: false).ToList();
        var second = SyntheticArchive.Make(60, 7, textOnly: false).ToList();
        first.Select(file => (file.Path, Convert.ToHexString(file.Content)))
            .ShouldBe(second.Select(file => (file.Path, Convert.ToHexString(file.Content))));
        first.Count.ShouldBe(62);
    }

    [Fact]
    public void The_generator_of_numbers_is_SplitMix64() => new SplitMix(1234567).Next().ShouldBe(6457827717110365317UL);

    [Fact]
    public void A_merged_cell_is_cut_where_a_page_break_goes_through_it()
    {
        var table = new PrintedTable(2, 1,
        [
            [new PrintedCell("标题", 2)],
            [new PrintedCell("组", 1, 3), new PrintedCell("甲")],
            [new PrintedCell("乙")],
            [new PrintedCell("丙")],
        ]);

        var (above, below) = table.SplitAt(2);

        above.Rows[1][0].RowSpan.ShouldBe(1);
        below.Rows.Length.ShouldBe(3);
        below.Grid()[2].Select(slot => slot.Cell.Text).ShouldBe(["", "丙"]);
        below.Grid()[1].Select(slot => slot.Cell.Text).ShouldBe(["", "乙"]);
    }
}
