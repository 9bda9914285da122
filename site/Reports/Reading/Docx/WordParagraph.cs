using System.Text;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>A paragraph while it is being read.</summary>
internal sealed class WordParagraph(SourceLocation location)
{
    public SourceLocation Location { get; set; } = location;

    public StringBuilder Text { get; } = new();

    public string? StyleId { get; set; }

    public int? OutlineLevel { get; set; }

    public int? NumberingId { get; set; }

    public int? NumberingLevel { get; set; }

    /// <summary>Its end was deleted by a tracked change: the next paragraph goes on in it.</summary>
    public bool RunsOn { get; set; }

    /// <summary>What the text boxes hold that are anchored in it.</summary>
    public List<Block> Boxes { get; } = [];
}
