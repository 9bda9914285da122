using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>
/// Fills the charts of an agency. A chart has the years whose forms ask for what it shows. What the form has as one figure is shown as it is; what
/// is added up of several is marked so, and is no number unless each of them is one.
/// </summary>
/// <param name="path">The page that shows them.</param>
public sealed class ChartFiller(string path, Terms terms, ImmutableArray<AgencyYear> years)
{
    private const string Requests = "requests";
    private const string Disputes = "disputes";
    private const string Sheet = "statistics_2008";

    private static readonly ImmutableArray<string> LawsuitRows = ["litigation_direct", "litigation_after_review"];

    private readonly SeriesFiller _series = new(path, terms);

    /// <summary>A row of a chart's table, and where its figure of a year is found.</summary>
    private sealed record Row(string Label, int Tone, bool IsTotal, Func<AgencyYear, SeriesCell> Cell);

    private sealed record Group(string Label, ImmutableArray<Row> Rows);

    private Words Words => terms.Words;

    /// <summary>The charts that have a number to show: requests, how they ended, reviews, lawsuits.</summary>
    public ImmutableArray<Chart> Fill() => [.. new[] { FillRequests(), FillOutcomes(), FillAnswers(), FillReviews(), FillLawsuits() }.OfType<Chart>()];

    /// <summary>What was carried from year to year; null if no report tells.</summary>
    public Chart? FillCarried() => Make(
        "carried", ChartKind.Grouped, Requests, Asked(Requests),
        [
            new Group("",
            [
                new Row(Words["charts.carried_in"], 6, false, year => Figure(year, new CellName(Requests, "carried_in", "total"))),
                new Row(Words["charts.carried_out"], 7, false, year => Figure(year, new CellName(Requests, "carried_out", "total"))),
            ]),
        ]);

    /// <summary>The figure of a year in the later editions, or in the national sheet of the first.</summary>
    /// <param name="name">Its name in the later editions; null if they do not ask for it.</param>
    /// <param name="alias">Its row in the national sheet; empty if that does not ask for it.</param>
    public SeriesCell Figure(AgencyYear year, CellName? name, string alias = "")
    {
        if (year.Report is null)
            return _series.NoReport;
        var edition = year.EditionOf(name?.Table ?? Sheet);
        var isAsked = edition is null || (edition == Editions.Form2008 ? alias.Length > 0 : name is not null);
        if (!isAsked)
            return _series.NotInForm;
        if (year.Table(edition == Editions.Form2008 ? Sheet : name?.Table ?? Sheet) is not { } table)
            return _series.NoTable;
        var figure = edition == Editions.Form2008
            ? table[table.Form.Rows.First(row => row.Alias == alias).Id, "value"]
            : table[name!.Value.Row, name.Value.Column];
        return figure is null ? _series.NotInForm : _series.Cell(year, figure);
    }

    private Chart? FillRequests() => Make(
        "requests", ChartKind.Grouped, Requests, years,
        [
            new Group("",
            [
                new Row(Words["charts.received"], 1, false, year => Figure(year, new CellName(Requests, "received", "total"), "requests.received")),
                new Row(Words["charts.concluded"], 2, false, year => Figure(year, new CellName(Requests, "concluded", "total"), "requests.concluded")),
            ]),
        ],
        IfSheetAndTable(Requests, "charts.requests.note"));

    private Chart? FillOutcomes()
    {
        // Rows of the form stand for themselves, groups of it for the sum of their rows.
        Row Outcome(string id, int tone) => new(Words[$"charts.outcome.{id}"], tone, false, year => Sum(year, Requests, form =>
            form.Rows.Where(row => row.Id == id || row.Id.StartsWith($"{id}.", StringComparison.Ordinal)).Select(row => new CellName(Requests, row.Id, "total"))));

        var asked = Asked(Requests);
        var isChanged = asked.Select(year => year.EditionOf(Requests)).OfType<FormEdition>().Distinct().Count() > 1;
        return Make(
            "outcomes", ChartKind.Stacked, Requests, asked,
            [
                new Group("",
                [
                    Outcome("granted", 1), Outcome("partly_granted", 2), Outcome("refused", 3),
                    Outcome("unavailable", 4), Outcome("not_processed", 5), Outcome("other", 6),
                    new Row(Words["charts.concluded"], 0, true, year => Figure(year, new CellName(Requests, "concluded", "total"))),
                ]),
            ],
            Words["charts.outcomes.note"], isChanged ? Words["charts.outcomes.break"] : null);
    }

    /// <summary>How requests were answered, as the national sheet of the first edition has it.</summary>
    private Chart? FillAnswers()
    {
        var form = Editions.Form2008.Table(Sheet)!;
        Row Answer(string alias, int tone) =>
            new(form.Rows.First(row => row.Alias == alias).Label, tone, tone == 0, year => Figure(year, null, alias));

        return Make(
            "answers", ChartKind.Stacked, Sheet, Asked(Sheet),
            [
                new Group("",
                [
                    Answer("answers.already_public", 7), Answer("answers.granted", 1), Answer("answers.partly_granted", 2), Answer("answers.refused", 3),
                    Answer("answers.not_ours", 4), Answer("answers.not_existing", 5), Answer("answers.to_amend", 6), Answer("answers.other_channel", 8),
                    Answer("requests.answered", 0),
                ]),
            ],
            Words["charts.answers.note"]);
    }

    private Chart? FillReviews()
    {
        Row Review(string column, int tone, string alias) =>
            new(Words[tone == 0 ? "charts.reviews.total" : $"charts.dispute.{column}"], tone, tone == 0, year => Figure(year, new CellName(Disputes, "review", column), alias));

        return Make(
            "reviews", ChartKind.Stacked, Disputes, years,
            [
                new Group("",
                [
                    Review("upheld", 2, "reviews.upheld"), Review("corrected", 3, "reviews.corrected"), Review("other", 6, "reviews.other"),
                    Review("pending", 8, ""), Review("total", 0, "reviews"),
                ]),
            ],
            IfSheetAndTable(Disputes, "charts.disputes.note"));
    }

    private Chart? FillLawsuits()
    {
        Row Lawsuit(string column, int tone, string alias) => new(
            Words[tone == 0 ? "charts.lawsuits.total" : $"charts.dispute.{column}"], tone, tone == 0,
            year => year.EditionOf(Disputes) == Editions.Form2008
                ? Figure(year, new CellName(Disputes, LawsuitRows[0], column), alias)
                : Sum(year, Disputes, _ => LawsuitRows.Select(row => new CellName(Disputes, row, column))));
        Row Part(string row, string column) =>
            new(Words[$"charts.dispute.{column}"], 0, false, year => Figure(year, new CellName(Disputes, row, column)));

        ImmutableArray<Group> groups =
        [
            new Group("",
            [
                Lawsuit("upheld", 2, "lawsuits.upheld"), Lawsuit("corrected", 3, "lawsuits.corrected"), Lawsuit("other", 6, "lawsuits.other"),
                Lawsuit("pending", 8, ""), Lawsuit("total", 0, "lawsuits"),
            ]),
        ];
        // The later editions have two rows of them, which stand below their sum.
        var hasRows = !Asked(Disputes).IsEmpty;
        if (hasRows)
            groups = groups.AddRange(LawsuitRows.Select(row => new Group(
                Words[$"charts.{row}"], [Part(row, "upheld"), Part(row, "corrected"), Part(row, "other"), Part(row, "pending"), Part(row, "total")])));
        return Make(
            "lawsuits", ChartKind.Stacked, Disputes, years, groups,
            hasRows ? Words["charts.lawsuits.note"] : null, IfSheetAndTable(Disputes, "charts.disputes.note"));
    }

    /// <returns>Null if there is no number to draw.</returns>
    private Chart? Make(string id, ChartKind kind, string table, ImmutableArray<AgencyYear> asked, ImmutableArray<Group> groups, params string?[] notes)
    {
        ImmutableArray<SeriesGroup> filled =
        [
            .. groups.Select(group => new SeriesGroup(
                group.Label, [.. group.Rows.Select(row => new SeriesRow(row.Label, [.. asked.Select(row.Cell)], row.Tone, row.IsTotal))])),
        ];
        if (!filled.Any(group => group.Rows.Any(row => row.Tone > 0 && row.Cells.Any(cell => cell.State == SeriesState.Number))))
            return null;

        var title = Words[$"charts.{id}"];
        var transcribed = asked.Where(year => year.Report?.TranscribedBy is not null && year.Table(table) is not null).Select(year => $"{year.Year}").ToList();
        var numbers = new Series(Words["charts.numbers", title], _series.Columns(asked, table), filled);
        return new Chart(
            id, kind, title, Words["charts.cases"], ChartSentences.Of(Words, kind, numbers), numbers,
            [
                .. notes.OfType<string>(),
                .. kind == ChartKind.Stacked ? ChartSentences.Unequal(Words, numbers) : [],
                .. transcribed.Count > 0 ? [Words["charts.transcribed", Words.List(transcribed)]] : ImmutableArray<string>.Empty,
            ]);
    }

    /// <summary>The sum of cells of a table of a report.</summary>
    private SeriesCell Sum(AgencyYear year, string tableId, Func<FormTable, IEnumerable<CellName>> partsOf)
    {
        if (year.Report is null)
            return _series.NoReport;
        if (year.EditionOf(tableId) == Editions.Form2008)
            return _series.NotInForm;
        if (year.Table(tableId) is not { } table)
            return _series.NoTable;
        ImmutableArray<Figure> parts = [.. partsOf(table.Form).Select(name => table[name.Row, name.Column]).OfType<Figure>()];
        if (parts.IsEmpty)
            return _series.NotInForm;
        if (parts.Length == 1)
            return _series.Cell(year, parts[0]);

        var href = Routes.Link(path, Routes.Report(year.Entry!), $"table.{tableId}");
        var lacking = parts.Count(part => part.Value is null);
        if (lacking == 0)
        {
            var sum = parts.Sum(part => part.Value!.Value);
            return new SeriesCell(SeriesState.Number, sum, Numbers.Text(sum), "derived", Words["charts.sum", parts.Length], href);
        }

        return parts.All(part => part.State == parts[0].State)
            ? _series.Cell(year, parts[0]) with { Href = href }
            : new SeriesCell(SeriesState.NoFigure, null, Words["charts.incomplete"], "no-figures", Words["charts.incomplete.meaning", parts.Length, lacking], href);
    }

    /// <summary>The years from the first report that has a table to the last.</summary>
    private ImmutableArray<AgencyYear> Asked(string table)
    {
        var first = years.TakeWhile(year => year.Table(table) is null).Count();
        var after = years.Reverse().TakeWhile(year => year.Table(table) is null).Count();
        return first == years.Length ? [] : years[first..^after];
    }

    /// <summary>What is to be said where figures of the national sheet stand beside those of a table.</summary>
    private string? IfSheetAndTable(string table, string key) => Asked(Sheet).IsEmpty || Asked(table).IsEmpty ? null : Words[key];
}
