using System.Collections.Immutable;

namespace DisclosureArchive.Reports.Checks;

/// <summary>Compares what section 一 states with the tables. What the text does not state is not judged.</summary>
public static class TextChecker
{
    private static readonly CellName Received = new("requests", "received", "total");
    private static readonly CellName Reviews = new("disputes", "review", "total");
    private static readonly ImmutableArray<CellName> Lawsuits = [new("disputes", "litigation_direct", "total"), new("disputes", "litigation_after_review", "total")];

    public static ImmutableArray<Finding> Check(ImmutableArray<Section> sections, ImmutableArray<ReportTable> tables, int? year)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        Compare("text.requests_received", "正文所述收到申请数 ＝ 表三本年新收总计", TextFigureReader.RequestsReceived(sections, year), [Received]);
        Compare("text.reviews", "正文所述行政复议数 ＝ 表四行政复议总计", TextFigureReader.Reviews(sections, year), [Reviews]);
        Compare("text.lawsuits", "正文所述行政诉讼数 ＝ 表四行政诉讼总计", TextFigureReader.Lawsuits(sections, year), Lawsuits);
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
