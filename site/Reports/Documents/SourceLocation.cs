namespace DisclosureArchive.Reports.Documents;

/// <summary>
/// Where something stood in its source file. Every number counts from 1; 0 means that the source has no such thing
/// (a Word file has no lines, a plain text file no tables of its own).
/// </summary>
/// <param name="Line">Line of a text file (txt, md, html).</param>
/// <param name="Paragraph">Body paragraph of a Word file.</param>
/// <param name="Table">Table within the file, in the order of their beginnings.</param>
/// <param name="Row">Row within the table.</param>
/// <param name="Cell">Cell within the row, as the source lists them (a merged cell counts once).</param>
/// <param name="Page">Page of a PDF file.</param>
/// <param name="IsInSidecar">Whether it stood in the sidecar beside the file, not in the file itself: a transcribed figure.</param>
public readonly record struct SourceLocation(int Line = 0, int Paragraph = 0, int Table = 0, int Row = 0, int Cell = 0, int Page = 0, bool IsInSidecar = false)
    : IUtf8SpanFormattable
{
    /// <summary>How many bytes the short form takes at most.</summary>
    public const int MaxLength = 80;

    /// <summary>Nowhere: the thing was not in the source.</summary>
    public static readonly SourceLocation None;

    public static SourceLocation AtLine(int line) => new(Line: line);

    /// <summary>A line of the sidecar beside the file.</summary>
    public static SourceLocation InSidecar(int line) => new(Line: line, IsInSidecar: true);

    public static SourceLocation AtPage(int page) => new(Page: page);

    public static SourceLocation AtParagraph(int paragraph) => new(Paragraph: paragraph);

    public bool IsNone => this == None;

    /// <summary>The short stable form used in data files: <c>L120</c>, <c>P7</c>, <c>T3.R2.C4</c>, <c>L120 T3.R2.C4</c>, <c>p5 T3.R2.C4</c>, <c>sidecar L7</c>; empty for nowhere.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[MaxLength];
        TryFormat(text, out var length, [], null);
        return System.Text.Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>Writes the same as <see cref="ToString"/> in ASCII.</summary>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        bytesWritten = 0;
        if (utf8Destination.Length < MaxLength)
            return false;
        if (IsInSidecar)
        {
            "sidecar "u8.CopyTo(utf8Destination);
            bytesWritten = "sidecar "u8.Length;
        }

        bytesWritten = Append(utf8Destination, bytesWritten, "p"u8, Page);
        bytesWritten = Append(utf8Destination, bytesWritten, Page > 0 ? " L"u8 : "L"u8, Line);
        bytesWritten = Append(utf8Destination, bytesWritten, bytesWritten > 0 ? " P"u8 : "P"u8, Paragraph);
        if (Table <= 0)
            return true;
        bytesWritten = Append(utf8Destination, bytesWritten, bytesWritten > 0 ? " T"u8 : "T"u8, Table);
        bytesWritten = Append(utf8Destination, bytesWritten, ".R"u8, Row);
        bytesWritten = Append(utf8Destination, bytesWritten, ".C"u8, Cell);
        return true;
    }

    /// <summary>The same in words for a reader: 第120行，第3个表第2行第4格; 说明文件第7行.</summary>
    public string ToChinese()
    {
        var parts = new List<string>(2);
        if (Page > 0)
            parts.Add($"第{Page}页");
        if (Line > 0)
            parts.Add($"第{Line}行");
        if (Paragraph > 0)
            parts.Add($"第{Paragraph}段");
        if (Table > 0)
            parts.Add($"第{Table}个表" + (Row > 0 ? $"第{Row}行" : "") + (Cell > 0 ? $"第{Cell}格" : ""));
        return (IsInSidecar ? "说明文件" : "") + string.Join("，", parts);
    }

    private static int Append(Span<byte> text, int length, ReadOnlySpan<byte> name, int number)
    {
        if (number <= 0)
            return length;
        name.CopyTo(text[length..]);
        length += name.Length;
        number.TryFormat(text[length..], out var digits);
        return length + digits;
    }
}
