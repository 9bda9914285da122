using System.Text;

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
public readonly record struct SourceLocation(int Line = 0, int Paragraph = 0, int Table = 0, int Row = 0, int Cell = 0)
{
    /// <summary>Nowhere: the thing was not in the source.</summary>
    public static readonly SourceLocation None;

    public static SourceLocation AtLine(int line) => new(Line: line);

    public static SourceLocation AtParagraph(int paragraph) => new(Paragraph: paragraph);

    public bool IsNone => this == None;

    /// <summary>The short stable form used in data files: <c>L120</c>, <c>P7</c>, <c>T3.R2.C4</c>, <c>L120 T3.R2.C4</c>; empty for nowhere.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Line > 0)
            text.Append('L').Append(Line);
        if (Paragraph > 0)
            text.Append(text.Length > 0 ? " P" : "P").Append(Paragraph);
        if (Table > 0)
        {
            text.Append(text.Length > 0 ? " T" : "T").Append(Table);
            if (Row > 0)
                text.Append(".R").Append(Row);
            if (Cell > 0)
                text.Append(".C").Append(Cell);
        }

        return text.ToString();
    }

    /// <summary>The same in words for a reader: 第120行，第3个表第2行第4格.</summary>
    public string ToChinese()
    {
        var parts = new List<string>(2);
        if (Line > 0)
            parts.Add($"第{Line}行");
        if (Paragraph > 0)
            parts.Add($"第{Paragraph}段");
        if (Table > 0)
            parts.Add($"第{Table}个表" + (Row > 0 ? $"第{Row}行" : "") + (Cell > 0 ? $"第{Cell}格" : ""));
        return string.Join("，", parts);
    }
}
