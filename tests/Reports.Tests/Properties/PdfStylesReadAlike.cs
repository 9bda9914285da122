using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Synthesis;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Properties;

/// <summary>One report, set in PDF in each way in which reports come: its figures are the same whatever the page looks like.</summary>
public sealed class PdfStylesReadAlike
{
    private static readonly PdfStyle Plain = new();

    public static TheoryData<string> Styles => [.. All.Keys];

    private static readonly Dictionary<string, PdfStyle> All = new()
    {
        ["stroked lines"] = Plain,
        ["boxes around cells"] = Plain with { Borders = PdfBorders.Boxes },
        ["thin filled bands"] = Plain with { Borders = PdfBorders.Bands },
        ["double lines"] = Plain with { Borders = PdfBorders.Double },
        ["dashes"] = Plain with { Borders = PdfBorders.Dashes },
        ["open sides"] = Plain with { Borders = PdfBorders.OpenSides },
        ["labels and figures at the top"] = Plain with { Labels = PdfPlace.Top, Figures = PdfPlace.Top },
        ["figures at the bottom"] = Plain with { Figures = PdfPlace.Bottom },
        ["justified by Tc"] = Plain with { Spacing = PdfSpacing.CharacterSpace },
        ["justified by blanks"] = Plain with { Spacing = PdfSpacing.Blanks },
        ["each character placed"] = Plain with { Spacing = PdfSpacing.Places },
        ["turned pages"] = Plain with { Turn = PdfTurn.Rotated },
        ["lying pages"] = Plain with { Turn = PdfTurn.Lying },
        ["bare page numbers"] = Plain with { Footer = PdfFooter.Bare },
        ["counted pages and a running head"] = Plain with { Footer = PdfFooter.Counted, Head = "示例门户网站" },
        ["digits in Times"] = Plain with { HasTimes = true },
        ["bold by printing twice"] = Plain with { IsBoldTwice = true },
        ["groups one character a line"] = Plain with { HasNarrowGroups = true },
        ["rows broken by pages"] = Plain with { BreaksRows = true, HasNarrowGroups = true, Lead = 240 },
        ["rows broken by pages, open below"] = Plain with { BreaksRows = true, IsOpenAtBreaks = true, Lead = 160 },
        ["repeated headers"] = Plain with { RepeatsHeaders = true, Lead = 320 },
        ["tables open where a page ends"] = Plain with { IsOpenAtBreaks = true, Lead = 290 },
        ["figures wider than their cells"] = Plain with { Overflows = true },
        ["pages drawn as forms"] = Plain with { HasForms = true },
        ["text beyond the edges"] = Plain with { IsCropped = true },
        ["backgrounds and clips"] = Plain with { HasBackgrounds = true },
    };

    [Theory, MemberData(nameof(Styles))]
    public void Each_style_gives_every_figure(string style)
    {
        foreach (var edition in Editions.All)
        {
            var (made, printed) = Make(edition);
            var read = Read(printed, All[style]);

            var different = printed.Expected
                .Where(cell => read[cell.Key] is not { } figure || (figure.State, figure.Value) != (cell.Value.State, cell.Value.Value))
                .Select(cell => $"{cell.Key}: printed {cell.Value.Value}, read {read[cell.Key]?.State} {read[cell.Key]?.Value} “{read[cell.Key]?.Raw}” at {read[cell.Key]?.Location}");
            different.ShouldBeEmpty($"{style} {edition.Id}");
            (read.AgencyName?.Value, read.Year?.Value, read.Published?.Value).ShouldBe((made.Agency, made.Year, made.Published));
        }
    }

    /// <summary>Where pages end is chance: at each height, between rows or within, no figure is another one or blank.</summary>
    [Fact]
    public void Wherever_a_page_ends_nothing_is_invented()
    {
        var (_, printed) = Make(Editions.Form2021);
        for (var lead = 0; lead < 400; lead += 20)
        {
            var read = Read(printed, Plain with { BreaksRows = true, Lead = lead, IsOpenAtBreaks = lead % 40 == 0, Labels = PdfPlace.Top, Figures = (PdfPlace)(lead / 20 % 3) });

            read.Figures.Where(figure => figure.State == FigureState.Blank || (figure.Value is { } value && value != printed.Expected[figure.Name].Value))
                .Select(figure => $"lead {lead}: {figure.Name} is {printed.Expected[figure.Name].Value}, read {figure.State} {figure.Value} at {figure.Location}").ShouldBeEmpty();
        }
    }

    private static (SyntheticReport Made, PrintedReport Printed) Make(FormEdition edition)
    {
        var year = edition == Editions.Form2008 ? 2016 : edition == Editions.Form2019 ? 2020 : 2023;
        var made = SyntheticReport.Make("示例县民政局", year, edition, new SplitMix(11), size: 5);
        return (made, ReportPrinter.Print(made, Noise.None, new SplitMix(11)));
    }

    private static AnnualReport Read(PrintedReport printed, PdfStyle style) =>
        Tools.Reader().Read(new SourceFile("report.pdf", new PdfLayout(IsRuled: true, style).Write(printed, new SplitMix(1))), Sidecar.None);
}
