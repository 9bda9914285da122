using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Synthesis;

/// <summary>Prints the statutory tables in their official layout.</summary>
internal sealed class TablePrinter(ImmutableDictionary<CellName, decimal> figures, Noise noise, SplitMix random)
{
    private const int StubColumns = 3;

    private readonly Ink _ink = new(noise, random);

    /// <summary>A row to be printed; <paramref name="Form"/> is null for a row that the form does not know.</summary>
    private sealed record Line(string Label, string? Parent, string Unit, FormRow? Form);

    public PrintedTable Print(FormTable table) => table.Id switch
    {
        "proactive" => PrintProactive(table),
        "requests" => PrintRequests(table),
        "disputes" => PrintDisputes(table),
        _ => PrintStatistics(table),
    };

    private List<Line> LinesOf(FormTable table)
    {
        var lines = new List<Line>();
        foreach (var row in table.Rows)
        {
            if (noise.MissingRows.Contains((table.Id, row.Id)))
                continue;
            var raised = noise.RaisedRows.Contains((table.Id, row.Id)) && lines.Count > 0 && lines[^1].Parent == row.Parent;
            lines.Insert(raised ? lines.Count - 1 : lines.Count, new Line(row.NumberedLabel, row.Parent, row.Unit, row));
            if (noise.ExtraRowsBelow.Contains((table.Id, row.Id)))
                lines.Add(new Line("其中：属于工作秘密", row.Parent, row.Unit, null));
        }

        return lines;
    }

    private string Text(FormTable table, Line line, FormColumn column)
    {
        if (line.Form is not { } row)
            return "7";
        var name = new CellName(table.Id, row.Id, column.Id);
        var unit = column.Unit.Length > 0 ? column.Unit : row.Unit;
        return _ink.Figure(name, figures[name], unit == "万元" ? FigureKind.Amount : column.Kind, unit);
    }

    private PrintedTable PrintProactive(FormTable table)
    {
        const int columns = 4;
        var rows = new List<ImmutableArray<PrintedCell>>();
        string? article = null;
        foreach (var line in LinesOf(table))
        {
            var own = table.Columns.Where(column => column.RowGroup == line.Parent).ToList();
            if (line.Parent != article)
            {
                article = line.Parent;
                rows.Add([new PrintedCell(_ink.Label(table.Group(article)!.NumberedLabel), columns)]);
                rows.Add(Stretched("信息内容", own.ConvertAll(column => _ink.Label(column.Label))));
            }

            rows.Add(Stretched(_ink.Label(line.Label), own.ConvertAll(column => Text(table, line, column))));
        }

        return new PrintedTable(columns, 0, [.. rows]);

        // The last cell of a short row takes the room that is left.
        static ImmutableArray<PrintedCell> Stretched(string first, List<string> rest) =>
        [
            new PrintedCell(first),
            .. rest.Select((text, index) => new PrintedCell(text, index == rest.Count - 1 ? columns - rest.Count : 1))
        ];
    }

    private PrintedTable PrintRequests(FormTable table)
    {
        var organisations = table.Columns.Where(column => column.Parent is not null).ToList();
        var rows = new List<ImmutableArray<PrintedCell>>
        {
            ([
                new PrintedCell(_ink.Label("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"), StubColumns, 3),
                new PrintedCell(_ink.Label("申请人情况"), table.Columns.Length)
            ]),
            ([
                .. table.Columns.Where(column => column.Parent is null || column == organisations[0]).Select(column =>
                    column.Parent is null
                        ? new PrintedCell(_ink.Label(column.Label), 1, 2)
                        : new PrintedCell(_ink.Label(table.ColumnGroups[0].Label), organisations.Count))
            ]),
            ([.. organisations.Select(column => new PrintedCell(_ink.Label(column.Label)))]),
        };
        var lines = LinesOf(table);
        var chains = lines.ConvertAll(line => ChainOf(table, line.Parent));
        for (var index = 0; index < lines.Count; index++)
        {
            var cells = new List<PrintedCell>();
            var chain = chains[index];
            for (var depth = 0; depth < chain.Count; depth++)
            {
                if (index > 0 && chains[index - 1].Contains(chain[depth]))
                    continue;
                var span = chains.Skip(index).TakeWhile(other => other.Contains(chain[depth])).Count();
                cells.Add(new PrintedCell(_ink.Label(chain[depth].NumberedLabel), 1, span));
            }

            cells.Add(new PrintedCell(_ink.Label(lines[index].Label), StubColumns - chain.Count));
            cells.AddRange(table.Columns.Select(column => new PrintedCell(Text(table, lines[index], column))));
            rows.Add([.. cells]);
        }

        return new PrintedTable(StubColumns + table.Columns.Length, 3, [.. rows]);
    }

    /// <summary>The groups that a row stands in, the outermost first.</summary>
    private static List<FormLabel> ChainOf(FormTable table, string? parent)
    {
        var chain = new List<FormLabel>();
        for (var group = table.Group(parent); group is not null; group = table.Group(group.Parent))
            chain.Insert(0, group);
        return chain;
    }

    private PrintedTable PrintDisputes(FormTable table)
    {
        var width = table.Columns.Length;
        var lines = LinesOf(table);
        var litigation = lines.FindAll(line => line.Parent is not null);
        IEnumerable<PrintedCell> Outcomes(int rowSpan) =>
            table.Columns.Select(column => new PrintedCell(_ink.Label(column.Label), 1, rowSpan));
        return new PrintedTable(width * lines.Count, 3,
        [
            [
                new PrintedCell(_ink.Label(lines[0].Label), width),
                new PrintedCell(_ink.Label(table.Group(litigation[0].Parent)!.Label), width * litigation.Count)
            ],
            [.. Outcomes(2), .. litigation.Select(line => new PrintedCell(_ink.Label(line.Label), width))],
            [.. litigation.SelectMany(_ => Outcomes(1))],
            [.. lines.SelectMany(line => table.Columns.Select(column => new PrintedCell(Text(table, line, column))))],
        ]);
    }

    private PrintedTable PrintStatistics(FormTable table)
    {
        var none = random.Pick(["——", "—", ""]);
        var rows = new List<ImmutableArray<PrintedCell>> { ([new("统计指标"), new("单位"), new("统计数")]) };
        var printed = new HashSet<string>();
        foreach (var line in LinesOf(table))
        {
            foreach (var group in ChainOf(table, line.Parent))
                if (printed.Add(group.Id))
                    rows.Add([new(_ink.Label(group.NumberedLabel)), new(none), new(none)]);
            rows.Add([new(_ink.Label(line.Label)), new(line.Unit), new(Text(table, line, table.Columns[0]))]);
        }

        return new PrintedTable(3, 1, [.. rows]);
    }
}
