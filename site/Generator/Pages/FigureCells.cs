using DisclosureArchive.Reports;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A figure in its cell: the number, or the mark of its state with the source's own text.</summary>
public sealed class FigureCells
{
    /// <summary>For figures of which nothing is to be said but what they say themselves.</summary>
    public static readonly FigureCells Plain = new(false, Enumerable.Empty<Figure>().ToLookup(figure => figure.Name));

    private static readonly Words Words = Words.Chinese;

    private readonly bool _isTranscribed;
    private readonly ILookup<CellName, Figure> _others;

    private FigureCells(bool isTranscribed, ILookup<CellName, Figure> others)
    {
        _isTranscribed = isTranscribed;
        _others = others;
    }

    /// <summary>For the statutory figures of a report.</summary>
    public static FigureCells Of(AnnualReport report) => report is { TranscribedBy: null, FurtherSources.IsEmpty: true }
        ? Plain
        : new FigureCells(
            report.TranscribedBy is not null,
            report.FurtherSources.SelectMany(further => further.Differing.Concat(further.Additional)).ToLookup(figure => figure.Name));

    public TableCell Fill(TableCell cell, Figure figure) =>
        cell with
        {
            Text = Numbers.Text(figure.Value) ?? "",
            Mark = WithOthers(figure, Mark(figure)),
            Place = figure.Location.IsNone ? null : figure.Location.ToString(),
        };

    /// <summary>What other files of the report say otherwise.</summary>
    private FigureMark? WithOthers(Figure figure, FigureMark? mark)
    {
        if (!_others.Contains(figure.Name))
            return mark;
        var others = _others[figure.Name].Select(InWords).Distinct();
        return (mark ?? new FigureMark(Terms.Chinese.Disputed.Class, "", null, false, Written(figure))) with { Other = Words["figure.other", Words.List(others)] };
    }

    /// <summary>The number, or the word for its state.</summary>
    public static string InWords(Figure figure) => Numbers.Text(figure.Value) ?? Terms.Chinese.States[figure.State].Word;

    /// <summary>The mark of a figure; null for a plain number.</summary>
    private FigureMark? Mark(Figure figure)
    {
        if (figure.Correction is not null)
            return new FigureMark(
                Terms.Chinese.Corrected.Class, Terms.Chinese.Corrected.Word, figure.Raw.Length > 0 ? figure.Raw : Terms.Chinese.States[FigureState.Blank].Word,
                true);
        switch (figure.State)
        {
            case FigureState.Reported:
                // A number that the source writes otherwise (减4, 216万元) says so when asked.
                return figure.Value is { } value && figure.Raw.Trim() != Numbers.Text(value)
                    ? new FigureMark("noted", "", null, false, Written(figure))
                    : null;
            case FigureState.NotApplicable:
                return new FigureMark(Terms.Chinese.States[figure.State].Class, figure.Raw, null, false);
            default:
                var state = Terms.Chinese.State(figure.State, _isTranscribed);
                return new FigureMark(
                    state.Class, state.Word, figure.State == FigureState.Unreadable && figure.Raw.Length > 0 ? figure.Raw : null, false);
        }
    }

    /// <summary>The source's text and its place in words: 原文“减4”，第120行; 抄录“减4”，说明文件第7行.</summary>
    public static string Provenance(Figure figure) =>
        figure.Location.IsNone ? Written(figure) : Words["figure.because", Written(figure), figure.Location.ToChinese()];

    private static string Written(Figure figure)
    {
        var isCopied = figure.Location.IsInSidecar;
        return figure.Raw.Length > 0
            ? Words[isCopied ? "figure.copied" : "figure.raw", figure.Raw]
            : Words[isCopied ? "figure.copied_blank" : "figure.raw_blank"];
    }
}
