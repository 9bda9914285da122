using System.Collections.Immutable;
using System.Text;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Html;

/// <summary>A run of blocks (the page's content, a cell, a caption) while it is being read, with the paragraph that is open in it.</summary>
/// <param name="anchor">The cell that everything in it belongs to; nowhere outside of tables.</param>
internal sealed class HtmlStory(SourceLocation anchor)
{
    private readonly StringBuilder _text = new();
    private int _line;
    private bool _blank;
    private bool _lineEnd;
    private bool _preformatted;

    public BlockFlow Flow { get; } = new();

    public HtmlTable? Table { get; set; }

    /// <summary>The heading that is open, 0 for none.</summary>
    public int Level { get; set; }

    /// <summary>The number of the list item that has just begun, to be put before its text.</summary>
    public string Marker { get; set; } = "";

    /// <summary>Lines that are not taken as paragraphs.</summary>
    public Func<string, bool>? LeavesOut { get; init; }

    /// <summary>Reads the tables that are drawn in a paragraph's lines, as blocks from its line on; none if there are none.</summary>
    public Func<string, int, ImmutableArray<Block>>? Drawn { get; init; }

    public SourceLocation Anchor => anchor;

    public SourceLocation At(int line) => anchor.IsNone ? SourceLocation.AtLine(line) : anchor with { Line = line };

    /// <summary>Appends text as a browser shows it: runs of blanks as one, none where a line of Chinese was only broken in the source.</summary>
    public void Append(string text, int line)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _blank = true;
                _lineEnd |= c == '\n';
                line += c == '\n' ? 1 : 0;
                continue;
            }

            if (_text.Length == 0)
                _line = line;
            else if (_blank && _text[^1] != '\n' && !(_lineEnd && IsWide(c) && IsWide(_text[^1])))
                _text.Append(' ');
            _blank = _lineEnd = false;
            _text.Append(c);
        }
    }

    public void AppendPreformatted(string text, int line)
    {
        _preformatted = true;
        if (_text.Length == 0)
        {
            // From the first line with text.
            var begin = text.AsSpan().IndexOfAnyExcept(" \t\n");
            var lineStart = begin < 0 ? text.Length : text.LastIndexOf('\n', begin) + 1;
            _line = line + text.AsSpan(0, lineStart).Count('\n');
            text = text[lineStart..];
        }

        _text.Append(text);
    }

    /// <summary>A line ends; a second end in a row ends the paragraph.</summary>
    public void Break()
    {
        _blank = _lineEnd = false;
        if (_text.Length > 0 && _text[^1] == '\n')
            EndParagraph();
        else if (_text.Length > 0)
            _text.Append('\n');
    }

    public void EndParagraph()
    {
        if (_text.Length > 0)
            Add(_preformatted ? VisibleText.CleanPreformatted(_text.ToString()) : VisibleText.Clean(_text.ToString()));
        _text.Clear();
        _blank = _lineEnd = _preformatted = false;
    }

    private void Add(string text)
    {
        if (text.Length == 0 || LeavesOut?.Invoke(text) == true)
            return;
        var mayBeDrawn = text.Contains('\n', StringComparison.Ordinal) && (_preformatted || text.AsSpan().IndexOfAny("|｜│┃") >= 0);
        if (mayBeDrawn && Drawn?.Invoke(text, _line) is { IsEmpty: false } blocks)
            Flow.AddAside(blocks);
        else
            Flow.AddText(Marker + text, Level, At(_line));
        Marker = "";
    }

    private static bool IsWide(char c) => c >= '\u2E80';
}
