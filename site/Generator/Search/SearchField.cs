namespace DisclosureArchive.Generator.Search;

/// <summary>What a field is, and so how much a word found there weighs.</summary>
public enum FieldKind
{
    /// <summary>Prose, and the rows of tables.</summary>
    Text,

    /// <summary>The heading of a section.</summary>
    Heading,

    /// <summary>What names the report: agency, region, title, year, file.</summary>
    Name,
}

/// <summary>A part of a report that is searched for itself: what is looked for stands within one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Anchor">Where on the report's page it stands; empty for its head.</param>
/// <param name="Text">As a reader sees it.</param>
public readonly record struct SearchField(FieldKind Kind, string Anchor, string Text);
