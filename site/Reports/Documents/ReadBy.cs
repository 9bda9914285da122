namespace DisclosureArchive.Reports.Documents;

/// <summary>What turned a file into a document.</summary>
/// <param name="Reader">Name of the <see cref="Reading.IDocumentReader"/>; its version is that of this program.</param>
/// <param name="Program">The program that it asked for help; null for none.</param>
/// <param name="ProgramVersion">That program's version, where it comes with this one; null for one that the machine has, which would make the record differ from machine to machine.</param>
public sealed record ReadBy(string Reader, string? Program = null, string? ProgramVersion = null);
