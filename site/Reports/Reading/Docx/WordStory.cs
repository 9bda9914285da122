using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>A run of paragraphs and tables (the body, a cell, a text box) while it is being read, with what is open in it.</summary>
/// <param name="anchor">The location of everything in it; null for the body, whose paragraphs are counted.</param>
/// <param name="cell">The cell that it fills, if it does.</param>
internal sealed class WordStory(SourceLocation? anchor, WordCell? cell = null)
{
    // The fields that are open; true while in a field's instruction.
    private readonly Stack<bool> _fields = new();
    private int _instructions;

    public SourceLocation? Anchor => anchor;

    public WordCell? Cell => cell;

    public BlockFlow Flow { get; } = new();

    public WordParagraph? Paragraph { get; set; }

    /// <summary>A paragraph that runs on in the next one.</summary>
    public WordParagraph? Carried { get; set; }

    public WordTable? Table { get; set; }

    /// <summary>Whether any open field is at its instruction, which is no text.</summary>
    public bool IsInInstruction => _instructions > 0;

    public bool RunIsHidden { get; set; }

    public bool RunIsRaised { get; set; }

    public void BeginField()
    {
        _fields.Push(true);
        _instructions++;
    }

    public void BeginFieldResult()
    {
        if (EndField())
            _fields.Push(false);
    }

    /// <summary>Ends the innermost field; false if none is open.</summary>
    public bool EndField()
    {
        if (!_fields.TryPop(out var isInInstruction))
            return false;
        _instructions -= isInInstruction ? 1 : 0;
        return true;
    }

    public void ClearFields()
    {
        _fields.Clear();
        _instructions = 0;
    }
}
