using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Forms;
using SiteWords = DisclosureArchive.Theme.Words;

namespace DisclosureArchive.Generator.Data.Sqlite;

/// <summary>The rows of the archive's database that tell of the forms, and what number each of their cells and relations has there.</summary>
internal sealed class FormRows
{
    private readonly Dictionary<(string Edition, string Table), int> _firstCells = [];
    private readonly Dictionary<string, int> _relations = new(StringComparer.Ordinal);
    private readonly Insertion _relationRows;
    private readonly Insertion _terms;

    /// <summary>Writes them.</summary>
    public FormRows(Func<string, int, Insertion> into)
    {
        WriteWords(into);
        WriteEditions(into);
        _relationRows = into("relations", 3);
        _terms = into("relation_terms", 3);
        foreach (var edition in Editions.All)
        {
            foreach (var relation in edition.Relations)
                WriteCases(edition.Table(relation.Table)!, relation);
            if (edition.Table(CarryOver.Table) is { } table)
                foreach (var column in table.Columns)
                    WriteCase(table, $"{Finding.CarryOver}.{column.Id}", [(CarryOver.CarriedOut, column.Id)], [(CarryOver.CarriedIn, column.Id)]);
        }

        foreach (var relation in TextChecker.Relations)
            foreach (var table in Editions.All.Select(edition => edition.Table(relation.Cells[0].Table)).OfType<FormTable>())
                WriteCase(table, relation.Id, [], [.. relation.Cells.Select(cell => (cell.Row, cell.Column))]);
    }

    /// <summary>The number of a table's first cell; the others follow in the order of the form.</summary>
    public int FirstCell(FormTable table) => _firstCells[(table.Edition, table.Id)];

    /// <summary>The number of a relation. What the forms do not tell of is written when it first occurs.</summary>
    public int Relation(string id)
    {
        if (_relations.TryGetValue(id, out var number))
            return number;
        _relations.Add(id, number = _relations.Count + 1);
        _relationRows.Whole(number);
        _relationRows.Text(id);
        _relationRows.Text(CheckRule.Of(id).Id);
        _relationRows.EndRow();
        return number;
    }

    private static void WriteWords(Func<string, int, Insertion> into)
    {
        var states = into("states", 4);
        foreach (var state in Enum.GetValues<FigureState>())
            WriteWord(states, (int)state, Words.Of(state), $"state.{Words.Of(state)}");
        var statuses = into("statuses", 4);
        foreach (var status in Enum.GetValues<FindingStatus>())
            WriteWord(statuses, (int)status, Words.Of(status), $"script.finding.{(status == FindingStatus.NotAssessable ? "open" : Words.Of(status))}");
        var rules = into("rules", 6);
        foreach (var rule in CheckRule.All)
        {
            rules.Text(rule.Id);
            rules.Whole(rule.Place);
            foreach (var key in (string[])[$"rule.{rule.Id}.name", $"rule.{rule.Id}.says"])
            {
                rules.Text(SiteWords.Chinese[key]);
                rules.Text(SiteWords.English[key]);
            }

            rules.EndRow();
        }
    }

    private static void WriteWord(Insertion row, int id, string word, string key)
    {
        row.Whole(id);
        row.Text(word);
        row.Text(SiteWords.Chinese[key]);
        row.Text(SiteWords.English[key]);
        row.EndRow();
    }

    private void WriteEditions(Func<string, int, Insertion> into)
    {
        var editions = into("editions", 6);
        var tables = into("form_tables", 4);
        var cells = into("cells", 13);
        for (var i = 0; i < Editions.All.Length; i++)
        {
            var edition = Editions.All[i];
            editions.Text(edition.Id);
            editions.Whole(i);
            editions.Text(edition.Label);
            editions.Text(edition.LabelEnglish);
            editions.Text(edition.LegalBasis);
            editions.Whole(edition.FirstYear);
            editions.EndRow();
            foreach (var table in edition.Tables)
            {
                tables.Text(edition.Id);
                tables.Text(table.Id);
                tables.Text(table.Label);
                tables.Text(table.LabelEnglish);
                tables.EndRow();
            }
        }

        var number = 0;
        foreach (var cell in DictionaryCells.All)
        {
            _firstCells.TryAdd((cell.Form.Edition, cell.Form.Id), ++number);
            WriteCell(cells, number, cell);
        }
    }

    private static void WriteCell(Insertion cells, int number, DictionaryCell cell)
    {
        cells.Whole(number);
        cells.Text(cell.Form.Edition);
        cells.Text(cell.Name.Table);
        cells.Text(cell.Name.Row);
        cells.Text(cell.Name.Column);
        cells.Text(cell.Row.Alias);
        cells.Text(cell.Row.Label);
        cells.Text(cell.Row.LabelEnglish);
        cells.Text(cell.Column.Label);
        cells.Text(cell.Column.LabelEnglish);
        cells.Text(cell.Row.Article);
        cells.Text(cell.Unit);
        cells.Text(Words.Of(cell.Kind));
        cells.EndRow();
    }

    private void WriteCases(FormTable table, FormRelation relation)
    {
        switch (relation.Scope)
        {
            case RelationScope.EachColumn:
                foreach (var column in table.Columns)
                    WriteCase(table, $"{relation.Id}.{column.Id}", [.. relation.Left.Select(row => (row, column.Id))], [.. relation.Right.Select(row => (row, column.Id))]);
                break;
            case RelationScope.EachRow:
                foreach (var row in table.Rows)
                    WriteCase(table, $"{relation.Id}.{row.Id}", [.. relation.Left.Select(column => (row.Id, column))], [.. relation.Right.Select(column => (row.Id, column))]);
                break;
            default:
                WriteCase(table, relation.Id, [.. relation.Left.Select(row => (row, table.Columns[0].Id))], [.. relation.Right.Select(row => (row, table.Columns[0].Id))]);
                break;
        }
    }

    private void WriteCase(FormTable table, string id, ImmutableArray<(string Row, string Column)> left, ImmutableArray<(string Row, string Column)> right)
    {
        var relation = Relation(id);
        foreach (var (side, terms) in new[] { ("left", left), ("right", right) })
            foreach (var (row, column) in terms)
            {
                _terms.Whole(relation);
                _terms.Text(side);
                _terms.Whole(FirstCell(table) + table.IndexOf(row, column));
                _terms.EndRow();
            }
    }
}
