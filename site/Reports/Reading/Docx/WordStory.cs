using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>A run of paragraphs and tables (the body, a cell, a text box) while it is being read, with what is open in it.</summary>
/// <param name="anchor">The location of everything in it; null for the body, whose paragraphs are counted.</param>
/// <param name="cell">The cell that it fills, if it does.</param>
internal sealed class WordStory(SourceLocation? anchor, WordCell? cell = null)
{
    public SourceLocation? Anchor => anchor;

    public WordCell? Cell => cell;

    public BlockFlow Flow { get; } = new();

    public WordParagraph? Paragraph { get; set; }

    /// <summary>A paragraph that runs on in the next one.</summary>
    public WordParagraph? Carried { get; set; }

    public WordTable? Table { get; set; }

    /// <summary>The fields that are open; true while in a field's instruction.</summary>
    public Stack<bool> Fields { get; } = new();

    public bool RunIsHidden { get; set; }

    public bool RunIsRaised { get; set; }
}
