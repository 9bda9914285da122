using System.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Reports.Tests.Properties;

/// <summary>A made-up report, written down in a layout and read back.</summary>
internal sealed class Rendering
{
    private const string Agency = "示例县民政局";

    private static readonly ReportReader Reader = Tools.Reader();

    /// <param name="noise">Chooses the noise; the generator is for its choices alone.</param>
    public Rendering(string layout, string edition, int seed, Func<SyntheticReport, SplitMix, Noise> noise)
    {
        var form = Editions.Get(edition);
        var year = form == Editions.Form2008 ? 2016 : form == Editions.Form2019 ? 2020 : 2023;
        Made = SyntheticReport.Make(Agency, year, form, SplitMix.For((ulong)seed, "report"), size: 1 + seed % 5);
        Printed = ReportPrinter.Print(Made, noise(Made, SplitMix.For((ulong)seed, "noise")), SplitMix.For((ulong)seed, "print"));
        var file = Layout.Get(layout);
        Content = file.Write(Printed, SplitMix.For((ulong)seed, layout));
        // The name tells nothing: what is found was found in the content.
        Read = Reader.Read(new SourceFile("report" + file.Extension, Content), Sidecar.None);
        Name = $"{layout} {edition} seed {seed}";
    }

    public string Name { get; }

    public SyntheticReport Made { get; }

    public PrintedReport Printed { get; }

    public byte[] Content { get; }

    public AnnualReport Read { get; }

    /// <summary>Every cell that was not read as it was printed. An empty list is what a tidy layout must give.</summary>
    public string Differences() => Describe(Printed.Expected.Where(IsDifferent));

    /// <summary>The same for printed rows in which every cell has its figure. All of <c>disputes</c> stands in one row.</summary>
    public string DifferencesOfWholeRows() => Describe(Printed.Expected
        .GroupBy(cell => (cell.Key.Table, cell.Key.Table == "disputes" ? "" : cell.Key.Row))
        .Where(row => row.All(cell => cell.Value.State == FigureState.Reported))
        .SelectMany(row => row.Where(IsDifferent)));

    /// <summary>Whether a blank was printed in the first column of table 三.</summary>
    public bool HasBlankInFirstColumn =>
        Printed.Expected.Any(cell => cell.Key is { Table: "requests", Column: "natural_person" } && cell.Value.State == FigureState.Blank);

    /// <summary>Every cell with a value that the report does not print there. To have no value is no invention.</summary>
    public string Inventions() => Describe(Printed.Expected.Where(cell => Read[cell.Key]?.Value is { } value && value != cell.Value.Value)
        .Concat(Read.Figures.Where(figure => figure.Value is not null && !Printed.Expected.ContainsKey(figure.Name)).Select(figure => KeyValuePair.Create(figure.Name, Nothing))));

    /// <summary>Where a layout can't be read whole: how much was lost, if it is more than a tenth.</summary>
    public string TooFew() => Printed.Expected.Count(IsDifferent) is var lost && lost * 10 > Printed.Expected.Count ? Differences() : "";

    private static readonly ExpectedFigure Nothing = new(FigureState.Missing, null);

    private bool IsDifferent(KeyValuePair<CellName, ExpectedFigure> cell) =>
        Read[cell.Key] is not { } figure || figure.State != cell.Value.State || figure.Value != cell.Value.Value;

    private string Describe(IEnumerable<KeyValuePair<CellName, ExpectedFigure>> cells)
    {
        var lines = cells.OrderBy(cell => cell.Key.ToString(), StringComparer.Ordinal).Select(cell =>
        {
            var figure = Read[cell.Key];
            return $"{cell.Key}: printed {cell.Value.State} {cell.Value.Value}, "
                + (figure is null ? "read no such cell" : $"read {figure.State} {figure.Value} “{figure.Raw}” at {figure.Location}");
        }).ToList();
        if (lines.Count == 0)
            return "";
        var text = new StringBuilder($"{Name}: {lines.Count} of {Printed.Expected.Count} cells\n").AppendJoin('\n', lines.Take(8));
        foreach (var diagnostic in Read.Diagnostics.Take(5))
            text.Append('\n').Append(diagnostic.Location).Append(' ').Append(diagnostic.English);
        return text.ToString();
    }
}
