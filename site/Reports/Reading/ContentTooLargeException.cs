using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading;

/// <summary>
/// A file holds more than a report can: reading it is given up. Readers throw it from wherever they find that; <see cref="DocumentReaders"/> turns
/// it into a diagnostic, so that a reader's caller never sees it.
/// </summary>
/// <param name="what">What there is too much of, in words of both languages: <c>&gt; 200000 行 lines</c>.</param>
internal sealed class ContentTooLargeException(string what) : Exception(what)
{
    /// <summary>Gives up if there are more pieces of a kind than a file may hold.</summary>
    /// <param name="what">What they are, in words of both languages: 行 lines.</param>
    public static void ThrowIfMore(long pieces, string what) => ThrowIfMore(pieces, ReadingLimits.MostPieces, what);

    public static void ThrowIfMore(long count, long most, string what)
    {
        if (count > most)
            throw new ContentTooLargeException($"> {most} {what}");
    }

    /// <summary>Gives up if a text is too long or has too many lines.</summary>
    public static void ThrowIfTooLong(string text)
    {
        ThrowIfMoreCharacters(text.Length);
        ThrowIfMore(text.AsSpan().Count('\n') + 1L, "行 lines");
    }

    public static void ThrowIfMoreCharacters(long count) => ThrowIfMore(count, ReadingLimits.MostCharacters, "字 characters");

    /// <summary>Gives up if what was read is too much for what comes after reading.</summary>
    public static void ThrowIfTooLarge(Document document)
    {
        ThrowIfMore(document.Blocks.Length, "段 paragraphs");
        var cells = 0L;
        var characters = 0L;
        foreach (var block in document.Blocks)
        {
            characters += block switch
            {
                Heading heading => heading.Text.Length,
                Paragraph paragraph => paragraph.Text.Length,
                _ => 0,
            };
            foreach (var row in block is Table table ? table.Rows : [])
            {
                cells += Math.Max(1, row.Cells.Length);
                foreach (var cell in row.Cells)
                    characters += cell.Text.Length;
            }
        }

        ThrowIfMore(cells, "格 cells");
        ThrowIfMoreCharacters(characters);
    }
}
