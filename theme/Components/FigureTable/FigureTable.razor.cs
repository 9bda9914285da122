using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme.Components;

/// <summary>A table of a report: a statutory one in its official layout, or one of its own.</summary>
public partial class FigureTable : Showing<TableBlock>
{
    /// <summary>Link to what rows and columns mean.</summary>
    [Parameter]
    public string Glossary { get; set; } = "";

    private static readonly string[] Spans = [.. Enumerable.Range(0, 64).Select(span => span.ToString())];

    private MarkupString Rows()
    {
        var markup = new Markup();
        if (Model.Head.Length > 0)
            Part(markup, "thead", Model.Head);
        foreach (var body in Model.Bodies)
            Part(markup, "tbody", body);
        return markup.Whole();
    }

    private static void Part(Markup markup, string element, ImmutableArray<ImmutableArray<TableCell>> rows)
    {
        markup.Open(element).Line();
        foreach (var row in rows)
        {
            markup.Open("tr");
            foreach (var cell in row)
                Add(markup, cell);
            markup.Close("tr").Line();
        }

        markup.Close(element).Line();
    }

    private static void Add(Markup markup, TableCell cell)
    {
        var element = cell.Scope is null ? "td" : "th";
        markup.Open(element).With("scope", cell.Scope).With("id", cell.Id)
            .With("colspan", cell.ColumnSpan > 1 ? Span(cell.ColumnSpan) : null).With("rowspan", cell.RowSpan > 1 ? Span(cell.RowSpan) : null)
            .With("headers", cell.Headers).With("class", cell.Mark?.Class ?? (cell.Text == "0" && cell.Scope is null ? "zero" : cell.Class))
            .With("data-label", cell.Label).With("data-place", cell.Place);
        if (cell.Mark is { } mark)
            Add(markup, cell.Text, mark);
        else
            markup.Text(cell.Text);
        markup.Close(element);
    }

    private static void Add(Markup markup, string text, FigureMark mark)
    {
        markup.With("title", mark.Title);
        if (mark.Raw is not null)
        {
            var was = mark.IsCorrected ? "del" : "q";
            markup.Open(was).Text(mark.Raw).Close(was).Text(" ");
        }

        if (text.Length > 0)
        {
            var now = mark.IsCorrected ? "ins" : "span";
            markup.Open(now).Text(text).Close(now);
        }

        if (mark.Word.Length > 0)
            markup.Open("span").With("class", "mark").Text(mark.Word).Close("span");
        if (mark.Other.Length > 0)
            markup.Open("span").With("class", "mark other").Text(mark.Other).Close("span");
    }

    private static string Span(int span) => span < Spans.Length ? Spans[span] : span.ToString();
}
