using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Checks;

/// <summary>The one evaluator of relations: left sum equals right sum, over reported figures only.</summary>
public static class RelationChecker
{
    /// <summary>Judges the relations that the form demands within each table of a report. A table that was not found has none.</summary>
    public static ImmutableArray<Finding> Check(ImmutableArray<ReportTable> tables)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var table in tables)
        {
            if (table.Figures.All(figure => figure.State == FigureState.Missing))
                continue;
            foreach (var relation in Editions.Get(table.Form.Edition).Relations)
                if (relation.Table == table.Form.Id)
                    Check(table, relation, findings);
        }

        return findings.ToImmutable();
    }

    /// <summary>Judges one relation between figures.</summary>
    /// <param name="id">The relation's id.</param>
    /// <param name="label">What it says, in Chinese.</param>
    /// <param name="left">Figures of the left side.</param>
    /// <param name="right">Figures of the right side.</param>
    public static Finding Judge(string id, string label, IReadOnlyList<Figure> left, IReadOnlyList<Figure> right)
    {
        ImmutableArray<CellName> leftCells = [.. left.Select(figure => figure.Name)];
        ImmutableArray<CellName> rightCells = [.. right.Select(figure => figure.Name)];
        var unknown = left.Concat(right).Where(figure => figure.Value is null).ToList();
        if (unknown.Count > 0)
            return new Finding(id, FindingStatus.NotAssessable, null, null, leftCells, rightCells, label,
                $"有 {unknown.Count} 格没有可用的数字（{string.Join("、", unknown.Select(figure => InWords(figure.State)).Distinct())}），无法判断。");

        var leftSum = left.Sum(figure => figure.Value!.Value);
        var rightSum = right.Sum(figure => figure.Value!.Value);
        var holds = leftSum == rightSum;
        var detail = holds
            ? $"{Terms(left)} ＝ {Terms(right)}"
            : $"{Terms(left)} ≠ {Terms(right)}，左边 {Format(leftSum)}，右边 {Format(rightSum)}，相差 {Format(leftSum - rightSum)}。";
        return new Finding(id, holds ? FindingStatus.Passed : FindingStatus.Failed, leftSum, rightSum, leftCells, rightCells, label, detail);
    }

    /// <summary>A state in Chinese words.</summary>
    public static string InWords(FigureState state) => state switch
    {
        FigureState.Reported => "已报告",
        FigureState.Blank => "空白",
        FigureState.NotApplicable => "不适用",
        FigureState.Unreadable => "无法辨认",
        _ => "缺失",
    };

    private static void Check(ReportTable table, FormRelation relation, ImmutableArray<Finding>.Builder findings)
    {
        switch (relation.Scope)
        {
            case RelationScope.EachColumn:
                foreach (var column in table.Form.Columns)
                    Add($"{relation.Id}.{column.Id}", $"{column.Label}：{relation.Label}", term => table[term, column.Id]);
                break;
            case RelationScope.EachRow:
                foreach (var row in table.Form.Rows)
                    Add($"{relation.Id}.{row.Id}", $"{row.Label}：{relation.Label}", term => table[row.Id, term]);
                break;
            default:
                // The sheet's sums hold where all their parts are printed; reports that have a shorter sheet are not asked.
                if (relation.Left.Concat(relation.Right).Any(row => table[row, table.Form.Columns[0].Id] is { State: not FigureState.Missing }))
                    Add(relation.Id, relation.Label, term => table[term, table.Form.Columns[0].Id]);
                break;
        }

        void Add(string id, string label, Func<string, Figure?> find)
        {
            var left = relation.Left.Select(term => find(term)!).ToList();
            var right = relation.Right.Select(term => find(term)!).ToList();
            findings.Add(Judge(id, label, left, right));
        }
    }

    /// <summary>The terms that are not zero: 12 ＋ 3.</summary>
    private static string Terms(IReadOnlyList<Figure> figures)
    {
        var terms = figures.Where(figure => figure.Value != 0 || figures.Count <= 2).Select(figure => Format(figure.Value!.Value)).ToList();
        return terms.Count == 0 ? "0" : string.Join(" ＋ ", terms);
    }

    private static string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
