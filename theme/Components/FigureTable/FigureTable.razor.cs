using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace DisclosureArchive.Theme.Components;

/// <summary>A table of a report: a statutory one in its official layout, or one of its own.</summary>
public partial class FigureTable : Showing<TableBlock>
{
    /// <summary>Link to what rows and columns mean.</summary>
    [Parameter]
    public string Glossary { get; set; } = "";

    private static readonly string[] Spans = [.. Enumerable.Range(0, 64).Select(span => span.ToString())];

    /// <summary>Written without markup: an archive has millions of cells, and this is half of a build's rendering.</summary>
    private static RenderFragment Row(ImmutableArray<TableCell> cells) => builder =>
    {
        builder.OpenElement(0, "tr");
        foreach (var cell in cells)
            AddCell(builder, cell);
        builder.CloseElement();
        builder.AddMarkupContent(1, "\n");
    };

    private static void AddCell(RenderTreeBuilder builder, TableCell cell)
    {
        builder.OpenElement(2, cell.Scope is null ? "td" : "th");
        builder.AddAttribute(3, "scope", cell.Scope);
        builder.AddAttribute(4, "id", cell.Id);
        builder.AddAttribute(5, "colspan", cell.ColumnSpan > 1 ? Span(cell.ColumnSpan) : null);
        builder.AddAttribute(6, "rowspan", cell.RowSpan > 1 ? Span(cell.RowSpan) : null);
        builder.AddAttribute(7, "headers", cell.Headers);
        builder.AddAttribute(8, "class", cell.Mark?.Class ?? (cell.Text == "0" && cell.Scope is null ? "zero" : cell.Class));
        builder.AddAttribute(22, "data-label", cell.Label);
        builder.AddAttribute(23, "data-place", cell.Place);
        if (cell.Mark is { } mark)
            AddMark(builder, cell.Text, mark);
        else
            builder.AddContent(10, cell.Text);
        builder.CloseElement();
    }

    private static void AddMark(RenderTreeBuilder builder, string text, FigureMark mark)
    {
        builder.AddAttribute(9, "title", mark.Title);
        if (mark.Raw is not null)
        {
            builder.OpenElement(11, mark.IsCorrected ? "del" : "q");
            builder.AddContent(12, mark.Raw);
            builder.CloseElement();
            builder.AddContent(13, " ");
        }

        if (text.Length > 0)
        {
            builder.OpenElement(14, mark.IsCorrected ? "ins" : "span");
            builder.AddContent(15, text);
            builder.CloseElement();
        }

        if (mark.Word.Length > 0)
        {
            builder.OpenElement(16, "span");
            builder.AddAttribute(17, "class", "mark");
            builder.AddContent(18, mark.Word);
            builder.CloseElement();
        }

        if (mark.Other.Length > 0)
        {
            builder.OpenElement(19, "span");
            builder.AddAttribute(20, "class", "mark other");
            builder.AddContent(21, mark.Other);
            builder.CloseElement();
        }
    }

    private static string Span(int span) => span < Spans.Length ? Spans[span] : span.ToString();
}
