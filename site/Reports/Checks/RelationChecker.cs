using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Checks;

/// <summary>The one evaluator of relations: left sum equals right sum, over reported figures only.</summary>
public static class RelationChecker
{
    /// <summary>One case of a relation: the places of its cells among the figures of its table.</summary>
    private sealed record Case(string Id, string Label, int[] Left, int[] Right, ImmutableArray<CellName> LeftCells, ImmutableArray<CellName> RightCells, bool NeedsAny);

    /// <summary>The cases of every form table's relations, by edition and table.</summary>
    private static readonly FrozenDictionary<(string Edition, string Table), ImmutableArray<Case>> Cases = Editions.All
        .SelectMany(edition => edition.Tables.Select(table => (edition, table)))
        .ToFrozenDictionary(pair => (pair.edition.Id, pair.table.Id), pair => pair.edition.Relations.Where(relation => relation.Table == pair.table.Id)
            .SelectMany(relation => CasesOf(pair.table, relation)).ToImmutableArray());

    /// <summary>Judges the relations that the form demands within each table of a report. A table that was not found has none.</summary>
    public static ImmutableArray<Finding> Check(ImmutableArray<ReportTable> tables)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var table in tables)
        {
            if (table.Figures.All(figure => figure.State == FigureState.Missing))
                continue;
            foreach (var one in Cases[(table.Form.Edition, table.Form.Id)])
            {
                var left = Take(table, one.Left);
                var right = Take(table, one.Right);
                // The sheet's sums hold where their parts are printed; reports that have a shorter sheet are not asked.
                if (!one.NeedsAny || Array.Exists(left, IsThere) || Array.Exists(right, IsThere))
                    findings.Add(Judge(one.Id, one.Label, left, right, one.LeftCells, one.RightCells));
            }
        }

        return findings.ToImmutable();
    }

    /// <summary>Judges one relation between figures.</summary>
    /// <param name="id">The relation's id.</param>
    /// <param name="label">What it says, in Chinese.</param>
    /// <param name="left">Figures of the left side.</param>
    /// <param name="right">Figures of the right side.</param>
    public static Finding Judge(string id, string label, IReadOnlyList<Figure> left, IReadOnlyList<Figure> right) => Judge(
        id, label, [.. left], [.. right], [.. left.Select(figure => figure.Name)], [.. right.Select(figure => figure.Name)]);

    private static Finding Judge(string id, string label, Figure[] left, Figure[] right, ImmutableArray<CellName> leftCells, ImmutableArray<CellName> rightCells)
    {
        if (Array.Exists(left, IsUnknown) || Array.Exists(right, IsUnknown))
        {
            var unknown = left.Concat(right).Where(IsUnknown).ToList();
            return new Finding(id, FindingStatus.NotAssessable, null, null, leftCells, rightCells, label,
                $"有 {unknown.Count} 格没有可用的数字（{string.Join("、", unknown.Select(figure => InWords(figure.State)).Distinct())}），无法判断。");
        }

        var leftSum = Sum(left);
        var rightSum = Sum(right);
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

    private static IEnumerable<Case> CasesOf(FormTable table, FormRelation relation)
    {
        return relation.Scope switch
        {
            RelationScope.EachColumn => table.Columns.Select(column => Make($"{relation.Id}.{column.Id}", $"{column.Label}：{relation.Label}", term => (term, column.Id))),
            RelationScope.EachRow => table.Rows.Select(row => Make($"{relation.Id}.{row.Id}", $"{row.Label}：{relation.Label}", term => (row.Id, term))),
            _ => [Make(relation.Id, relation.Label, term => (term, table.Columns[0].Id))],
        };

        Case Make(string id, string label, Func<string, (string Row, string Column)> cellOf)
        {
            int[] Places(ImmutableArray<string> terms) => [.. terms.Select(cellOf).Select(cell => table.IndexOf(cell.Row, cell.Column))];
            ImmutableArray<CellName> Names(ImmutableArray<string> terms) => [.. terms.Select(cellOf).Select(cell => new CellName(table.Id, cell.Row, cell.Column))];
            return new Case(id, label, Places(relation.Left), Places(relation.Right), Names(relation.Left), Names(relation.Right), relation.Scope == RelationScope.Once);
        }
    }

    private static Figure[] Take(ReportTable table, int[] places)
    {
        var figures = new Figure[places.Length];
        for (var i = 0; i < places.Length; i++)
            figures[i] = table.Figures[places[i]];
        return figures;
    }

    private static bool IsUnknown(Figure figure) => figure.Value is null;

    private static bool IsThere(Figure figure) => figure.State != FigureState.Missing;

    private static decimal Sum(Figure[] figures)
    {
        var sum = 0m;
        foreach (var figure in figures)
            sum += figure.Value!.Value;
        return sum;
    }

    /// <summary>The terms that are not zero: 12 ＋ 3.</summary>
    private static string Terms(Figure[] figures)
    {
        var terms = "";
        foreach (var figure in figures)
            if (figure.Value != 0 || figures.Length <= 2)
                terms = terms.Length == 0 ? Format(figure.Value!.Value) : $"{terms} ＋ {Format(figure.Value!.Value)}";
        return terms.Length == 0 ? "0" : terms;
    }

    private static string Format(decimal value) => value == 0 ? "0" : value.ToString(CultureInfo.InvariantCulture);
}
