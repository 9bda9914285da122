using System.Collections.Immutable;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>The label indexes of the statutory tables. Rows of both later editions are found together: which edition a table has is told afterwards.</summary>
internal static class FormIndexes
{
    public static readonly FormTable Requests2019 = Editions.Form2019.Table("requests")!;
    public static readonly FormTable Requests2021 = Editions.Form2021.Table("requests")!;
    public static readonly FormTable Disputes = Editions.Form2021.Table("disputes")!;
    public static readonly FormTable Statistics = Editions.Form2008.Table("statistics_2008")!;

    /// <summary>The rows of the 2021 form; 其他 stands for the single row 其他处理 of the 2019 form too.</summary>
    public static readonly LabelIndex RequestRows = new(Requests2021.Rows.Select(row =>
        row.Id == "other.other" ? row with { Aliases = row.Aliases.AddRange(Requests2019.Row("other.other")!.Aliases.Add(Requests2019.Row("other.other")!.Label)) } : row)
        .Select(row => WithGroups(Requests2021, row)));

    /// <summary>Rows of table 三 whose labels are so common that they tell nothing of the table they stand in: 其他, 总计.</summary>
    public static readonly ImmutableHashSet<int> CommonRequestRows =
        [.. Requests2021.Rows.Select((row, index) => (row, index)).Where(pair => pair.row.Id is "other.other" or "concluded").Select(pair => pair.index)];

    /// <summary>The columns of table 三, and behind them the group 法人或其他组织.</summary>
    public static readonly LabelIndex RequestColumns = new([.. Requests2021.Columns, .. Requests2021.ColumnGroups]);

    /// <summary>The outcomes, and behind them the row labels and the group 行政诉讼.</summary>
    public static readonly LabelIndex DisputeLabels = new([.. Disputes.Columns, .. Disputes.Rows, .. Disputes.Groups]);

    public static readonly LabelIndex StatisticsRows = new(Statistics.Rows.Select(row => WithGroups(Statistics, row)));

    private static readonly string[] Sums = ["小计", "合计", "总计", "共计"];

    private static readonly int Results = Requests2021.Groups.ToList().FindIndex(group => group.Id == "results");

    private static readonly LabelIndex Groups = new([.. Requests2021.Groups, .. Statistics.Groups]);

    /// <summary>A row's label may stand in one cell with those of its groups: （三）不予公开 1.属于国家秘密.</summary>
    private static FormRow WithGroups(FormTable table, FormRow row)
    {
        var aliases = row.Aliases;
        var label = row.NumberedLabel;
        for (var group = table.Group(row.Parent); group is not null; group = table.Group(group.Parent))
        {
            label = group.NumberedLabel + label;
            aliases = aliases.Add(label);
        }

        return row with { Aliases = aliases };
    }

    /// <summary>Whether a label is that of a row which sums up others, as some agencies add: 小计, 不予公开合计, 其他处理（小计）.</summary>
    public static bool IsSubtotal(string label)
    {
        if (!label.Contains('计', StringComparison.Ordinal))
            return false;
        var words = TextFolding.Squeeze(label).TrimEnd(')', ':');
        var end = Array.Find(Sums, end => words.EndsWith(end, StringComparison.Ordinal));
        if (end is null or "小计")
            return end is not null;
        var summed = words[..^end.Length].TrimEnd('(');
        return summed.Length > 0 && Groups.Find(summed) is [{ Score: >= 1 } group, ..] && group.Index != Results;
    }

    /// <summary>Whether a label is that of a group of rows, which has no figures of its own in the form.</summary>
    public static bool IsGroup(string label) => Groups.Find(label).Any(candidate => candidate.Score >= 0.84);
}
