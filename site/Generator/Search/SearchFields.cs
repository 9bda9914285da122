using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Search;

/// <summary>What of a report is searched: what names it, its prose by section, and of its tables the rows that have figures other than 0, each with their labels.</summary>
public static class SearchFields
{
    public static List<SearchField> Of(AgencyEntry agency, ReportEntry entry, AnnualReport report)
    {
        var fields = new List<SearchField> { new(FieldKind.Name, "", report.Title), new(FieldKind.Name, "", agency.Name) };
        if (agency.Register is { } register)
            fields.AddRange(register.Aliases.Append(register.Region).Where(name => name.Length > 0).Select(name => new SearchField(FieldKind.Name, "", name)));
        if (entry.Year is not null)
            fields.Add(new SearchField(FieldKind.Name, "", Terms.Chinese.Year(entry)));
        fields.AddRange(entry.Sources.Select(source => new SearchField(FieldKind.Name, "", Terms.FileName(source))));

        var statutory = report.Tables.ToDictionary(table => table.Form.Id);
        foreach (var part in ReportParts.Fill(report))
        {
            fields.Add(new SearchField(FieldKind.Heading, part.Id, part.Heading));
            foreach (var block in part.Blocks)
                switch (block)
                {
                    case SubHeading heading:
                        fields.Add(new SearchField(FieldKind.Text, part.Id, heading.Text));
                        break;
                    case Prose prose:
                        fields.Add(new SearchField(FieldKind.Text, part.Id, string.Join('\n', prose.Lines)));
                        break;
                    case TableBlock table when statutory.TryGetValue(table.Id, out var figures):
                        fields.AddRange(RowsOf(figures));
                        break;
                    case TableBlock table:
                        fields.AddRange(RowsOf(table));
                        break;
                }
        }

        return fields;
    }

    /// <summary>A row with its groups: 不予公开，属于国家秘密：自然人 3，总计 3.</summary>
    private static IEnumerable<SearchField> RowsOf(ReportTable table)
    {
        foreach (var row in table.Form.Rows)
        {
            var figures = table.Form.ColumnsOf(row).Select(column => (Column: column, Figure: table[row.Id, column.Id]!)).Where(cell => cell.Figure.Value is { } value && value != 0).ToList();
            if (figures.Count > 0)
                yield return new SearchField(
                    FieldKind.Text, figures[0].Figure.Name.ToString(),
                    $"{CellLabels.InGroups(table.Form, row)}：{string.Join("，", figures.Select(cell => $"{cell.Column.Label} {Numbers.Text(cell.Figure.Value)}"))}");
        }
    }

    /// <summary>The rows of a table of the report's own; a row whose cells are all 0 or nothing tells nothing.</summary>
    private static IEnumerable<SearchField> RowsOf(TableBlock table)
    {
        if (table.Caption.Length > 0)
            yield return new SearchField(FieldKind.Text, table.Id, table.Caption);
        foreach (var row in table.Head.Concat(table.Bodies.SelectMany(body => body)))
        {
            var cells = row.Where(cell => cell.Text.Length > 0).ToList();
            if (cells.Any(cell => cell.Scope is "col") || cells.Exists(cell => cell.Scope is null && cell.Text != "0"))
                yield return new SearchField(FieldKind.Text, table.Id, string.Join("，", cells.Select(cell => cell.Text)));
        }
    }
}
