using System.Text;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>Lines of prose to paragraphs: a new one begins at an indent, behind a line that does not fill the column, behind a gap, where the size of the font changes.</summary>
internal sealed class ParagraphFlow(TextColumn column)
{
    private const double Indent = 0.8;
    private const double Short = 2.2;
    private const double Gap = 1.6;
    private const double SameSize = 0.12;

    private readonly StringBuilder _text = new();
    private SourceLocation _location;
    private PdfLine? _last;
    private int _lastPage;

    /// <summary>Adds a line; gives the paragraph that it ends, if it does.</summary>
    public Paragraph? Add(PdfLine line, SourceLocation location)
    {
        var ended = _last is not null && Begins(line, location.Page) ? End() : null;
        if (_text.Length == 0)
            _location = location;
        else if (char.IsAsciiLetterOrDigit(_text[^1]) && char.IsAsciiLetterOrDigit(line.Text[0]))
            _text.Append(' ');
        _text.Append(line.Text);
        _last = line;
        _lastPage = location.Page;
        return ended;
    }

    /// <summary>Ends the paragraph at hand; null if there is none.</summary>
    public Paragraph? End()
    {
        var ended = _text.Length > 0 ? new Paragraph(_text.ToString(), _location) : null;
        _text.Clear();
        _last = null;
        return ended;
    }

    private static bool EndsSentence(char c) => c is '。' or '；' or '：' or '！' or '？' or '”';

    /// <summary>一、 （二） 3. 第四</summary>
    private static bool BeginsWithNumber(string text) =>
        text.Length > 2 && (text[0] is '（' or '(' or '第' || text.AsSpan(1, 2).IndexOfAny('、', '.', '．') >= 0);

    private bool Begins(PdfLine line, int page) =>
        Math.Abs(line.Size - _last!.Size) > SameSize * _last.Size
        || line.Left - column.Left > Indent * line.Size
        || column.Right - _last.Right > Short * _last.Size
        || (EndsSentence(_text[^1]) && BeginsWithNumber(line.Text))
        || (page == _lastPage && line.Baseline - _last.Baseline > Gap * column.Pitch);
}
