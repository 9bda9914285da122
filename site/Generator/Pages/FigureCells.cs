using DisclosureArchive.Reports;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A figure in its cell: the number, or the mark of its state with the source's own text.</summary>
public static class FigureCells
{
    public static TableCell Fill(TableCell cell, Figure figure) =>
        cell with { Text = Numbers.Text(figure.Value) ?? "", Mark = Mark(figure) };

    /// <summary>The mark of a figure; null for a plain number.</summary>
    private static FigureMark? Mark(Figure figure)
    {
        if (figure.Correction is not null)
            return new FigureMark(
                Words.Corrected.Class, Words.Corrected.Word, figure.Raw.Length > 0 ? figure.Raw : Words.States[FigureState.Blank].Word,
                true, Provenance(figure));
        switch (figure.State)
        {
            case FigureState.Reported:
                // A number that the source writes otherwise (减4, 216万元) says so when asked.
                return figure.Value is { } value && figure.Raw.Trim() != Numbers.Text(value)
                    ? new FigureMark("noted", "", null, false, Provenance(figure))
                    : null;
            case FigureState.NotApplicable:
                return new FigureMark(Words.States[figure.State].Class, figure.Raw, null, false, $"{Words.States[figure.State].Word}，{Provenance(figure)}");
            default:
                var state = Words.States[figure.State];
                return new FigureMark(
                    state.Class, state.Word, figure.State == FigureState.Unreadable && figure.Raw.Length > 0 ? figure.Raw : null, false,
                    figure.State == FigureState.Missing ? state.Meaning : $"{state.Meaning}，{Provenance(figure)}");
        }
    }

    /// <summary>The source's text and its place in words: 原文“减4”，第120行.</summary>
    public static string Provenance(Figure figure)
    {
        var raw = figure.Raw.Length > 0 ? $"原文“{figure.Raw}”" : "原文空白";
        return figure.Location.IsNone ? raw : $"{raw}，{figure.Location.ToChinese()}";
    }
}
