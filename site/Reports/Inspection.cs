using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports;

/// <summary>Every stage's value for one file, for those who want to see how a figure came about (<c>inspect</c>).</summary>
/// <param name="Document">After reading.</param>
/// <param name="Recognised">After recognition.</param>
/// <param name="Report">After assembly and checks.</param>
public sealed record Inspection(Document Document, RecognisedDocument Recognised, AnnualReport Report);
