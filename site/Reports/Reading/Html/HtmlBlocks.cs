using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.PlainText;

namespace DisclosureArchive.Reports.Reading.Html;

/// <summary>Turns a part of a page into blocks, as a reader sees it.</summary>
/// <param name="linesBefore">Lines of the source before what was parsed.</param>
/// <param name="tablesBefore">Tables of the source before it.</param>
internal sealed class HtmlBlocks(int linesBefore = 0, int tablesBefore = 0)
{
    // The parser drops what lies deeper.
    private const int Deepest = 30_000;

    private readonly Stack<HtmlStory> _stories = new();

    // The number of the last item of each open list; null for one without numbers.
    private readonly Stack<int?> _lists = new();
    private int _line = linesBefore + 1;
    private int _raised;
    private int _preformatted;

    /// <summary>Elements that are left out with all that is in them.</summary>
    public Func<IElement, bool>? LeavesOut { get; init; }

    /// <summary>Tables of the source up to the end of what was read.</summary>
    public int Tables { get; private set; } = tablesBefore;

    private HtmlStory Story => _stories.Peek();

    /// <summary>Parses a page or a piece of one, so that every element knows its place in it.</summary>
    public static IHtmlDocument Parse(string html)
    {
        MarkupCensus.Take(html);
        html = WithBlankBehindPre(html);
        return new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true, MaximumDepth = Deepest }).ParseDocument(html);
    }

    /// <summary>Reads a piece of HTML that stands in another text.</summary>
    public ImmutableArray<Block> ReadFragment(string html)
    {
        using var page = Parse(html);
        return page.Body is { } body ? Read(body) : [];
    }

    public ImmutableArray<Block> Read(IElement root)
    {
        var flow = new HtmlStory(SourceLocation.None) { Drawn = ReadDrawn };
        _stories.Push(flow);
        MoveTo(root);
        if (root.LocalName == "table")
            Begin(root);
        HtmlWalk.Walk(root, Enter, Leave);
        if (root.LocalName == "table")
            End(root);
        flow.EndParagraph();
        return flow.Flow.ToBlocks();
    }

    private ImmutableArray<Block> ReadDrawn(string text, int line)
    {
        var blocks = PlainTextReader.ReadBlocks(text, line, Tables + 1);
        var tables = blocks.Count(block => block is Table);
        Tables += tables;
        return tables > 0 ? blocks : [];
    }

    private bool Enter(INode node)
    {
        switch (node)
        {
            case IText text:
                Append(text.Data);
                return false;
            case IComment comment:
                _line += comment.Data.Count(c => c == '\n');
                return false;
            case IElement element when element.IsUnseen() || LeavesOut?.Invoke(element) == true:
                return false;
            case IElement element:
                MoveTo(element);
                Begin(element);
                return true;
            default:
                return false;
        }
    }

    private void Leave(INode node)
    {
        if (node is IElement element)
            End(element);
    }

    private void MoveTo(IElement element)
    {
        if (element.SourceReference is { } source)
            _line = linesBefore + source.Position.Line;
    }

    private void Append(string text)
    {
        var seen = _raised > 0 ? Superscript.Of(text) : text;
        if (_preformatted > 0)
            Story.AppendPreformatted(seen, _line);
        else
            Story.Append(seen, _line);
        _line += text.Count(c => c == '\n');
    }

    private void Begin(IElement element)
    {
        if (element.IsBlock())
            Story.EndParagraph();
        _raised += IsMark(element) ? 1 : 0;
        _preformatted += element.IsPreformatted() ? 1 : 0;
        if (element.HeadingLevel() is var level and > 0)
            Story.Level = level;
        switch (element.LocalName)
        {
            case "br":
                Story.Break();
                break;
            case "ol":
                _lists.Push((element.Number("start") ?? 1) - 1);
                break;
            case "ul":
                _lists.Push(null);
                break;
            case "li":
                BeginItem(element);
                break;
            case "table":
                Story.Table = new HtmlTable(new SourceLocation(Line: _line, Table: ++Tables));
                break;
            case "caption":
                _stories.Push(new HtmlStory(Story.At(_line)));
                break;
            case "tr":
                Story.Table?.BeginRow(_line);
                break;
            case "td" or "th":
                ContentTooLargeException.ThrowIfMore(_stories.Count, ReadingLimits.MostNestedTables, "层嵌套的表格 nested tables");
                _stories.Push(new HtmlStory(Story.Table?.CellLocation(_line) ?? SourceLocation.AtLine(_line)));
                break;
        }
    }

    private void End(IElement element)
    {
        if (element.IsBlock())
            Story.EndParagraph();
        _raised -= IsMark(element) ? 1 : 0;
        _preformatted -= element.IsPreformatted() ? 1 : 0;
        if (element.HeadingLevel() > 0)
            Story.Level = 0;
        switch (element.LocalName)
        {
            case "ol" or "ul":
                _lists.Pop();
                break;
            case "li":
                Story.Marker = "";
                break;
            case "caption":
                var caption = _stories.Pop();
                Story.Flow.AddAside(caption.Flow.Blocks);
                break;
            case "td" or "th":
                var cell = _stories.Pop();
                EndTable(cell);
                Story.Table?.AddCell(cell.Flow, cell.Anchor, element.Number("colspan") ?? 1, element.Number("rowspan") ?? 1);
                break;
            case "tr":
                Story.Table?.EndRow();
                break;
            case "thead" or "tbody" or "tfoot":
                Story.Table?.EndGroup();
                break;
            case "table":
                EndTable(Story);
                break;
        }
    }

    private void BeginItem(IElement element)
    {
        if (!_lists.TryPop(out var last))
            return;
        var number = last is { } before ? element.Number("value") ?? before + 1 : (int?)null;
        _lists.Push(number);
        Story.Marker = number is null ? "" : $"{number}. ";
    }

    /// <summary>Raised text, and in a cell lowered text too, is no part of the figure beside it.</summary>
    private bool IsMark(IElement element) => element.IsRaised() || (element.LocalName == "sub" && _stories.Count > 1);

    private static void EndTable(HtmlStory story)
    {
        if (story.Table is { } table)
        {
            table.EndGroup();
            story.Flow.AddTable(table.Grid);
        }

        story.Table = null;
    }

    /// <summary>The parser drops a line end right after <c>&lt;pre&gt;</c>, and the count of lines with it; not so behind a blank.</summary>
    private static string WithBlankBehindPre(string html)
    {
        var changed = (StringBuilder?)null;
        var copied = 0;
        var end = 0;
        for (var at = 0; (at = html.IndexOf("<pre", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += "<pre".Length;
            if (end < at)
                end = html.IndexOf('>', at);
            if (end < 0)
                break;
            if (char.IsLetterOrDigit(html[at]) || end + 1 >= html.Length || html[end + 1] != '\n')
                continue;
            changed = (changed ?? new StringBuilder(html.Length + 16)).Append(html, copied, end + 1 - copied).Append(' ');
            copied = at = end + 1;
        }

        return changed is null ? html : changed.Append(html, copied, html.Length - copied).ToString();
    }
}
