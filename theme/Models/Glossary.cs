using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The words of the forms and of the archive, explained.</summary>
/// <param name="Crosswalk">Link to how the editions of the form correspond.</param>
/// <param name="Parts">The rules, each statutory table, the words of the archive.</param>
public sealed record Glossary(Frame Frame, string Crosswalk, ImmutableArray<GlossaryPart> Parts);

/// <summary>Words that belong together: those of a table, or of a subject.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Heading">What it is about.</param>
/// <param name="Lead">A sentence on it.</param>
/// <param name="Lists">Its words; a table has two lists, its rows and its columns.</param>
public sealed record GlossaryPart(string Id, string Heading, string Lead, ImmutableArray<GlossaryList> Lists);

/// <summary>A list of words.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Heading">What they are; empty if the part has no other list.</param>
public sealed record GlossaryList(string Id, string Heading, ImmutableArray<GlossaryTerm> Terms);

/// <summary>A word, explained.</summary>
/// <param name="Id">Its anchor: table and row or column, such as <c>requests.refused.state_secret</c>.</param>
/// <param name="Label">The word, as the newest edition of the form that has it prints it.</param>
/// <param name="Other">The same in the archive's other language.</param>
/// <param name="IsGroup">Whether it is a heading over rows or columns, without figures of its own.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Change">How it changed between the editions; empty if it did not.</param>
/// <param name="Facts">Legal basis, unit, editions.</param>
/// <param name="Similar">What comes near to it in other editions.</param>
/// <param name="Cell">Its name in the data; empty if the data has no such row or column.</param>
public sealed record GlossaryTerm(
    string Id, string Label, string Other, bool IsGroup, string Meaning, string Change, ImmutableArray<string> Facts, ImmutableArray<Link> Similar, string Cell);
