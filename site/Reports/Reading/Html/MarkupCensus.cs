namespace DisclosureArchive.Reports.Reading.Html;

/// <summary>
/// Counts what a page asks of the parser before it is parsed: elements, attributes, text, depth, and two things whose cost grows with the square of
/// the page: each element is checked against all that are open, and formatting that is never closed (<c>&lt;b&gt;</c>) is made anew in every block behind it.
/// </summary>
internal sealed class MarkupCensus
{
    private const int Deepest = 6_000;
    private const long MostSteps = 30_000_000;

    // The parser makes no more than three of the same anew.
    private const int MostAlike = 3;

    // How often the parser goes through what is open when a formatting element ends in the wrong place.
    private const int RoundsAtEnd = 8;

    private static readonly HashSet<string> Void = new(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What ends without an end tag, and never stands in its like but through what is counted.</summary>
    private static readonly HashSet<string> Implied = new(
        ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rp", "rt", "html", "head", "body"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Formatting = new(
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Raw = new(
        ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"], StringComparer.OrdinalIgnoreCase);

    private readonly string _html;
    private readonly Stack<string> _open = new();
    private readonly Dictionary<string, int> _openByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Stack<string>> _formatting = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _alike = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;
    private int _madeAnew;
    private long _text;
    private long _elements;
    private long _attributes;
    private long _copies;
    private long _steps;

    private MarkupCensus(string html) => _html = html;

    /// <summary>Gives a page up that asks for too much.</summary>
    /// <exception cref="ContentTooLargeException">It does.</exception>
    public static void Take(string html) => new MarkupCensus(html).Take();

    private void Take()
    {
        while (_at < _html.Length)
        {
            var begin = _html.IndexOf('<', _at);
            var end = begin < 0 ? _html.Length : begin;
            _text += end - _at;
            _at = end;
            if (begin >= 0)
                TakeMarkup();
        }

        Demand();
    }

    private void Demand()
    {
        ContentTooLargeException.ThrowIfMore(_elements, "个网页元素 elements");
        ContentTooLargeException.ThrowIfMore(_copies, "个没有结束的格式标记 unclosed formatting");
        ContentTooLargeException.ThrowIfMore(_attributes, ReadingLimits.MostPieces * 5L, "个属性 attributes");
        ContentTooLargeException.ThrowIfMore(_depth, Deepest, "层嵌套 levels of nesting");
        ContentTooLargeException.ThrowIfMore(_steps, MostSteps, "嵌套的网页元素 elements in each other");
        ContentTooLargeException.ThrowIfMoreCharacters(_text);
    }

    private void TakeMarkup()
    {
        var next = _at + 1 < _html.Length ? _html[_at + 1] : ' ';
        if (char.IsAsciiLetter(next))
            TakeStartTag();
        else if (next == '/')
            TakeEndTag();
        else if (string.CompareOrdinal(_html, _at, "<!--", 0, 4) == 0)
            MoveBehind("-->");
        else if (next is '!' or '?')
            MoveBehind(">");
        else
            Text(1);
    }

    private void Text(int length)
    {
        _text += length;
        _at += length;
    }

    private void MoveBehind(string end)
    {
        var found = _html.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? _html.Length : found + end.Length;
    }

    private string Name(int from)
    {
        var end = from;
        while (end < _html.Length && end - from < 32 && !char.IsWhiteSpace(_html[end]) && _html[end] is not ('>' or '/'))
            end++;
        return _html[from..end];
    }

    private void TakeStartTag()
    {
        var begin = _at;
        var name = Name(begin + 1);
        MoveToEndOfTag();
        _elements++;
        _copies += _madeAnew;
        _steps += _depth;
        if (Void.Contains(name))
            return;
        _open.Push(name);
        _openByName[name] = _openByName.GetValueOrDefault(name) + 1;
        if (!Implied.Contains(name))
            _depth++;
        if (Formatting.Contains(name))
            BeginFormatting(name, _html[begin.._at]);
        if (Raw.Contains(name))
            MoveTo("</" + name);
        if ((_elements & 0xFFF) == 0 || _depth > Deepest)
            Demand();
    }

    private void TakeEndTag()
    {
        var name = Name(_at + 2);
        MoveBehind(">");
        if (Formatting.Contains(name))
        {
            _steps += (long)_depth * RoundsAtEnd;
            EndFormatting(name);
        }

        if (_openByName.GetValueOrDefault(name) == 0)
            return;
        string ended;
        do
        {
            ended = _open.Pop();
            _openByName[ended]--;
            if (!Implied.Contains(ended))
                _depth--;
        }
        while (!ended.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private void BeginFormatting(string name, string tag)
    {
        if (!_formatting.TryGetValue(name, out var open))
            _formatting[name] = open = new Stack<string>();
        open.Push(tag);
        var alike = _alike[tag] = _alike.GetValueOrDefault(tag) + 1;
        _madeAnew += alike <= MostAlike ? 1 : 0;
    }

    private void EndFormatting(string name)
    {
        if (!_formatting.TryGetValue(name, out var open) || !open.TryPop(out var tag))
            return;
        _madeAnew -= _alike[tag]-- <= MostAlike ? 1 : 0;
    }

    /// <summary>Moves behind the <c>&gt;</c> that ends a tag, and counts its attributes.</summary>
    private void MoveToEndOfTag()
    {
        var last = '\0';
        for (_at++; _at < _html.Length && _html[_at] != '>'; _at++)
        {
            var c = _html[_at];
            if (c is '"' or '\'' && last == '=')
            {
                var end = _html.IndexOf(c, _at + 1);
                _at = end < 0 ? _html.Length - 1 : end;
            }

            if (!char.IsWhiteSpace(c))
                last = c;
            else if (!char.IsWhiteSpace(_html[_at - 1]))
                _attributes++;
        }

        _at = Math.Min(_at + 1, _html.Length);
    }

    private void MoveTo(string end)
    {
        var found = _html.IndexOf(end, _at, StringComparison.OrdinalIgnoreCase);
        _at = found < 0 ? _html.Length : found;
    }
}
