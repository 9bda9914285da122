using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Synthesis;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Properties;

/// <summary>Generated figures, written down in every layout and read back.</summary>
public sealed class ReadBackTests
{
    private const int Seeds = 10;

    // A PDF file takes Node some twenty milliseconds; PdfStylesReadAlike goes through its styles one by one.
    private const int PdfSeeds = 2;

    // Where merged cells have moved or only spaces part the columns, a blank figure can't be told from a cell that is not there:
    // its row may be given up, but no other.
    private static readonly string[] LayoutsThatShift = ["tab-text", "markdown-tabs", "aligned-text"];

    // Where merged cells may be blank cells too, a row whose first figure is blank is read only if the others add up.
    private static readonly string[] LayoutsWithoutSpans = ["word-text", "web-text", "markdown-pipes", "markdown-repeated", "csv", "csv-gbk"];

    // A page without lines does not show which lines of a label belong together: rows that leave a doubt are given up, and no figure may be another.
    private const string LayoutWithoutLines = "pdf-aligned";

    [Theory, ClassData(typeof(LayoutsAndEditions))]
    public void A_tidy_report_is_read_exactly(string layout, string edition) =>
        Each(layout, edition, (_, _) => Noise.None, rendering => layout == LayoutWithoutLines ? rendering.Inventions() : rendering.Differences());

    [Theory, ClassData(typeof(LayoutsAndEditions))]
    public void Untidy_labels_and_figures_lose_nothing(string layout, string edition) =>
        Each(layout, edition, (_, random) => Noise.Harmless(random), rendering => layout == LayoutWithoutLines ? rendering.Inventions() : IsPdf(layout) ? rendering.Inventions() + rendering.TooFew() : rendering.Differences());

    [Theory, ClassData(typeof(LayoutsAndEditions))]
    public void Cells_without_a_figure_keep_their_state(string layout, string edition) => Each(layout, edition, Replacing,
        rendering => layout == LayoutWithoutLines ? rendering.Inventions() : LayoutsThatShift.Contains(layout) || (LayoutsWithoutSpans.Contains(layout) && rendering.HasBlankInFirstColumn)
            ? rendering.Inventions() + rendering.DifferencesOfWholeRows()
            : rendering.Differences());

    [Theory, ClassData(typeof(LayoutsAndEditions))]
    public void A_missing_row_invents_nothing(string layout, string edition) => Each(layout, edition,
        (made, random) => Noise.None with { MissingRows = [PickRow(made, random, (table, _) => table.Id != "disputes")] },
        rendering => rendering.Inventions());

    [Theory, ClassData(typeof(LayoutsAndEditions))]
    public void Rows_in_another_order_invent_nothing(string layout, string edition) => Each(layout, edition,
        (made, random) => Noise.None with
        {
            RaisedRows = [PickRow(made, random, (table, index) => index > 0 && table.Rows[index - 1].Parent == table.Rows[index].Parent)],
        },
        rendering => rendering.Inventions());

    [Theory, ClassData(typeof(LayoutsAndEditions))]
    public void Lawsuits_in_another_order_invent_nothing(string layout, string edition) => Each(layout, edition,
        (_, _) => Noise.None with { RaisedRows = [("disputes", "litigation_after_review")] },
        rendering => rendering.Inventions());

    [Theory, ClassData(typeof(LayoutsAndEditions))]
    public void A_row_that_the_form_does_not_know_is_left_alone(string layout, string edition) => Each(layout, edition,
        (made, random) => Noise.None with { ExtraRowsBelow = [PickRow(made, random, (table, _) => table.Id != "disputes")] },
        rendering => rendering.Inventions());

    [Theory, ClassData(typeof(LayoutsAndEditions))]
    public void Agency_year_edition_and_date_are_told_by_the_content(string layout, string edition) => Each(layout, edition,
        (_, random) => Noise.Harmless(random),
        rendering => (rendering.Read.AgencyName?.Value, rendering.Read.Year?.Value, rendering.Read.Edition?.Id, rendering.Read.Published?.Value)
            is var read && read == (rendering.Made.Agency, rendering.Made.Year, edition, rendering.Made.Published)
            ? ""
            : $"{rendering.Name}: read {read}");

    [Theory, ClassData(typeof(LayoutsAndEditions))]
    public void Every_relation_of_a_consistent_report_passes(string layout, string edition) => Each(layout, edition,
        (_, _) => Noise.None,
        rendering => string.Join('\n', rendering.Read.Findings
            .Where(finding => finding.Status == FindingStatus.Failed
                || finding.Status == FindingStatus.NotAssessable && layout != LayoutWithoutLines && !finding.Relation.StartsWith("text.", StringComparison.Ordinal))
            .Select(finding => $"{rendering.Name}: {finding.Relation} {finding.Status} {finding.Detail} {finding.Quote}")));

    [Theory, ClassData(typeof(LayoutsAndEditions))]
    public void Every_figure_read_says_where_it_stood(string layout, string edition) => Each(layout, edition, Replacing,
        rendering => string.Join('\n', rendering.Read.Figures
            .Where(figure => figure.Location.IsNone != (figure.State == FigureState.Missing))
            .Select(figure => $"{rendering.Name}: {figure}")));

    [Fact]
    public void The_expected_figures_cover_the_form()
    {
        foreach (var edition in Editions.All)
            SyntheticReport.Make("示例县民政局", 2023, edition, new SplitMix(1)).Figures.Keys
                .ShouldBe(edition.Tables.SelectMany(table => table.Cells), ignoreOrder: true);
    }

    private static bool IsPdf(string layout) => layout.StartsWith("pdf", StringComparison.Ordinal);

    private static void Each(string layout, string edition, Func<SyntheticReport, SplitMix, Noise> noise, Func<Rendering, string> fault)
    {
        var seeds = IsPdf(layout) ? PdfSeeds : Seeds;
        var faults = Enumerable.Range(1, seeds).Select(seed => fault(new Rendering(layout, edition, seed, noise)))
            .Where(text => text.Length > 0).ToList();
        faults.ShouldBeEmpty();
    }

    private static Noise Replacing(SyntheticReport made, SplitMix random)
    {
        var noise = Noise.None;
        var cells = made.Edition.Tables.SelectMany(table => table.Cells).ToList();
        foreach (var text in new[] { "", "", "/", "—", "无", "0 0" })
            noise = noise with { Replaced = noise.Replaced.SetItem(random.Pick(cells), text) };
        return noise;
    }

    private static (string Table, string Row) PickRow(SyntheticReport made, SplitMix random, Func<FormTable, int, bool> isFit) => random.Pick(
    [
        .. from table in made.Edition.Tables
           from index in Enumerable.Range(0, table.Rows.Length)
           where isFit(table, index)
           select (table.Id, table.Rows[index].Id)
    ]);
}
