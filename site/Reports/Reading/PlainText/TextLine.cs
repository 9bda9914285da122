using System.Buffers;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>A line of plain text with what table finding needs to know of it.</summary>
internal sealed class TextLine
{
    private const string Box = "─━│┃┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬";

    private const string Dashes = "-—－–";

    private const int LongestShort = 60;

    private static readonly SearchValues<char> BoxCharacters = SearchValues.Create(Box);

    private bool? _mayBeCell;
    private bool? _isFigure;

    public TextLine(string text, int number, bool hasImage)
    {
        Text = text.TrimEnd('\r');
        Number = number;
        HasImage = hasImage;
        Trimmed = TextFolding.FoldSpaces(Text).Trim();
        var hashes = Trimmed.AsSpan().IndexOfAnyExcept('#');
        if (hashes is > 0 and <= 6 && Trimmed[hashes] == ' ')
        {
            HeadingLevel = hashes;
            Trimmed = Trimmed[hashes..].Trim();
        }

        IsBlank = Trimmed.Length == 0;
        HasPipe = Trimmed.Contains('|', StringComparison.Ordinal) || Trimmed.Contains('｜', StringComparison.Ordinal);
        IsBox = (Trimmed.AsSpan().IndexOfAny(BoxCharacters) >= 0 && (IsBoxCharacter(Trimmed[0]) || Trimmed.AsSpan().IndexOfAny('│', '┃', '║') > 0))
            || IsAsciiRule(Trimmed);
        IsLong = Trimmed.Length > LongestShort && !Trimmed.Contains("  ", StringComparison.Ordinal);
    }

    public string Text { get; }

    /// <summary>Line number in the source, from 1.</summary>
    public int Number { get; }

    public bool HasImage { get; }

    /// <summary>The text with every kind of space made plain, trimmed.</summary>
    public string Trimmed { get; }

    /// <summary>1 to 6 if the line is marked as a heading as in Markdown, else 0.</summary>
    public int HeadingLevel { get; }

    public bool IsBlank { get; }

    public bool HasPipe { get; }

    public bool IsBox { get; }

    /// <summary>Too long for a cell, without columns: prose.</summary>
    public bool IsLong { get; }

    /// <summary>Looks like a figure or a mark for none.</summary>
    public bool IsFigure => _isFigure ??= FigureText.LooksLikeFigure(Trimmed) && !IsNumber && !IsPageNumber;

    /// <summary>The number of a list alone, <c>4.</c>: its text was broken off.</summary>
    public bool IsNumber => Trimmed.Length is 2 or 3 && Trimmed[^1] is '.' or '．' or '、' && Trimmed.AsSpan()[..^1].IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary><c>- 3 -</c></summary>
    public bool IsPageNumber => Trimmed.Length is >= 3 and <= 9 && Dashes.Contains(Trimmed[0]) && Dashes.Contains(Trimmed[^1])
        && Trimmed.AsSpan()[1..^1].Trim(' ') is { Length: > 0 } inner && inner.IndexOfAnyExceptInRange('0', '9') < 0;

    public bool StartsWithTab => Text.Length > 0 && Text[0] == '\t';

    /// <summary>A line that holds a tab only, or begins with one and has no other but at its end: one cell of the text of a Word file.</summary>
    public bool IsTabCell => StartsWithTab && !Text.AsSpan(1).TrimEnd('\t').Contains('\t');

    public bool HasInnerTab => Text.Contains('\t', StringComparison.Ordinal) && !IsTabCell;

    /// <summary>Short, without marks of a table, neither a heading nor a sentence: where cells stand one a line it may be one.</summary>
    public bool MayBeCell => _mayBeCell ??= !IsBlank && !HasPipe && !IsBox && !Text.Contains('\t', StringComparison.Ordinal)
        && Trimmed.Length <= LongestShort && !Trimmed.EndsWith('。') && (!Trimmed.EndsWith('：') || Trimmed == "其中：") && !SectionNumber.StartsHeading(Trimmed);

    /// <summary>The next line that is not blank; null if there is none. Set by <see cref="Link"/>.</summary>
    public TextLine? NextFilled { get; private set; }

    /// <summary>It was found that no table of cells one a line begins here, so that nobody looks again.</summary>
    public bool BeginsNoStack { get; set; }

    /// <summary>It was found that no table of a Word file's text begins here.</summary>
    public bool BeginsNoWordTable { get; set; }

    /// <summary>Lets each line know the next one that is not blank.</summary>
    public static void Link(List<TextLine> lines)
    {
        TextLine? next = null;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            lines[i].NextFilled = next;
            if (!lines[i].IsBlank)
                next = lines[i];
        }
    }

    public static bool IsBoxCharacter(char c) => BoxCharacters.Contains(c);

    /// <summary>A rule of an ASCII table, <c>+----+---+</c>.</summary>
    private static bool IsAsciiRule(string text) =>
        text.Length >= 5 && text[0] == '+' && text[^1] == '+' && text.All(c => c is '+' or '-' or '=');
}
