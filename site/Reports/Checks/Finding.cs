using System.Collections.Immutable;

namespace DisclosureArchive.Reports.Checks;

/// <summary>Whether a relation holds.</summary>
public enum FindingStatus
{
    Passed,
    Failed,

    /// <summary>A cell that the relation needs is blank, missing or unreadable: neither passed nor failed.</summary>
    NotAssessable,
}

/// <summary>A relation, judged.</summary>
/// <param name="Relation">Its id, such as <c>requests.balance.total</c>, <c>carry_over.natural_person</c> or <c>text.reviews</c>.</param>
/// <param name="Status">Whether it holds.</param>
/// <param name="Left">Sum of the left side; null if not assessable.</param>
/// <param name="Right">Sum of the right side; null if not assessable.</param>
/// <param name="LeftCells">The cells of the left side.</param>
/// <param name="RightCells">The cells of the right side.</param>
/// <param name="Label">What the relation says, in Chinese, column or row named: 自然人：本年新收 ＋ 上年结转 ＝ 总计 ＋ 结转下年.</param>
/// <param name="Detail">Both sides with their figures in Chinese, or why it can't be assessed.</param>
/// <param name="Quote">For a relation of the text: the sentence that states the figure, else empty.</param>
public sealed record Finding(
    string Relation,
    FindingStatus Status,
    decimal? Left,
    decimal? Right,
    ImmutableArray<CellName> LeftCells,
    ImmutableArray<CellName> RightCells,
    string Label,
    string Detail,
    string Quote = "")
{
    /// <summary>The rule between the reports on two years: what the earlier carries over the later carries in.</summary>
    public const string CarryOver = "carry_over";

    /// <summary>Left minus right; null if not assessable.</summary>
    public decimal? Difference => Left - Right;

    /// <summary>The relation's rule without its column or row, such as <c>requests.balance</c> or <c>carry_over</c>.</summary>
    public string Rule =>
        Relation.StartsWith("text.", StringComparison.Ordinal) || Relation.StartsWith("statistics_2008.", StringComparison.Ordinal)
            ? Relation
            : Relation.StartsWith($"{CarryOver}.", StringComparison.Ordinal)
                ? CarryOver
                : Relation.IndexOf('.', Relation.IndexOf('.', StringComparison.Ordinal) + 1) is > 0 and var end
                    ? Relation[..end]
                    : Relation;
}
