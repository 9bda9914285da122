using System.Collections.Immutable;

namespace DisclosureArchive.Reports.Checks;

/// <summary>A relation between what the text states and the tables.</summary>
/// <param name="Id">Such as <c>text.reviews</c>.</param>
/// <param name="Label">What it says, in Chinese.</param>
/// <param name="Cells">The cells of one table whose sum the text states.</param>
/// <param name="Read">What the text states of it, given the sections and the year reported on, if that is known.</param>
public sealed record TextRelation(string Id, string Label, ImmutableArray<CellName> Cells, Func<ImmutableArray<Section>, int?, ImmutableArray<TextFigure>> Read);

/// <summary>Compares what section 一 states with the tables. What the text does not state is not judged.</summary>
public static class TextChecker
{
    /// <summary>All there are, in the order of the form.</summary>
    public static readonly ImmutableArray<TextRelation> Relations =
    [
        new("text.requests_received", "正文所述收到申请数 ＝ 表三本年新收总计", [new("requests", "received", "total")], TextFigureReader.RequestsReceived),
        new("text.reviews", "正文所述行政复议数 ＝ 表四行政复议总计", [new("disputes", "review", "total")], TextFigureReader.Reviews),
        new("text.lawsuits", "正文所述行政诉讼数 ＝ 表四行政诉讼总计", [new("disputes", "litigation_direct", "total"), new("disputes", "litigation_after_review", "total")], TextFigureReader.Lawsuits),
    ];

    public static ImmutableArray<Finding> Check(ImmutableArray<Section> sections, ImmutableArray<ReportTable> tables, int? year)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var relation in Relations)
            Compare(relation.Id, relation.Label, relation.Read(sections, year), relation.Cells);
        return findings.ToImmutable();

        void Compare(string relation, string label, ImmutableArray<TextFigure> stated, ImmutableArray<CellName> cells)
        {
            if (stated.IsEmpty || tables.FirstOrDefault(table => table.Form.Id == cells[0].Table) is not { } table)
                return;
            var quote = string.Join(" / ", stated.Select(figure => figure.Quote));
            if (stated.Length > 1)
            {
                findings.Add(new Finding(relation, FindingStatus.NotAssessable, null, null, [], cells, label,
                    $"正文说法不一（{string.Join("、", stated.Select(figure => $"{figure.Value}"))}），无法判断。", quote));
                return;
            }

            var right = cells.Select(cell => table[cell.Row, cell.Column]!).ToList();
            var judged = RelationChecker.Judge(relation, label, [], right);
            // That a region's sum differs says nothing of the table.
            if (stated[0].IsOfRegion && stated[0].Value != judged.Right)
                return;
            findings.Add(judged.Status == FindingStatus.NotAssessable
                ? judged with { Quote = quote }
                : judged with
                {
                    Status = stated[0].Value == judged.Right ? FindingStatus.Passed : FindingStatus.Failed,
                    Left = stated[0].Value,
                    Detail = stated[0].Value == judged.Right ? $"正文 {stated[0].Value} ＝ 表格 {judged.Right}" : $"正文 {stated[0].Value} ≠ 表格 {judged.Right}，相差 {stated[0].Value - judged.Right}。",
                    Quote = quote,
                });
        }
    }
}
