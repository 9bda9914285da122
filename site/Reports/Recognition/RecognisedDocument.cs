using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>The tables of a document, recognised: the value of the recognition stage.</summary>
/// <param name="Edition">The edition told from the tables; null if they don't tell.</param>
/// <param name="Tables">The statutory tables found, at most one of an id.</param>
/// <param name="Statutory">The document's tables whose rows were (all or in part) recognised as statutory.</param>
/// <param name="Diagnostics">What can't be matched, with its location.</param>
public sealed record RecognisedDocument(
    FormEdition? Edition,
    ImmutableArray<RecognisedTable> Tables,
    ImmutableHashSet<Table> Statutory,
    ImmutableArray<Diagnostic> Diagnostics);

/// <summary>A statutory table found in a document.</summary>
/// <param name="Form">The form table whose layout it has.</param>
/// <param name="Cells">The cells found, each with the source cell it was taken from.</param>
public sealed record RecognisedTable(FormTable Form, ImmutableArray<RecognisedCell> Cells);

/// <summary>A cell of a form, found in a document.</summary>
/// <param name="Name">Which cell of the form.</param>
/// <param name="Text">The source cell's text; if that can't be told, the text of its whole row.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="IsCertain">Whether it is known which source cell this is; if not, the figure is unreadable.</param>
/// <param name="Unit">The unit of money that its header prints if that is not 万元, such as 元; else empty.</param>
public sealed record RecognisedCell(CellName Name, string Text, SourceLocation Location, bool IsCertain = true, string Unit = "");
