using DisclosureArchive.Reports.Assembly;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports;

/// <summary>The whole way of one report: a file in, a checked report out. Thread-safe; make one and keep it.</summary>
/// <param name="register">The archive's agencies.</param>
public sealed class ReportReader(AgencyRegister register)
{
    /// <summary>Reads, recognises, assembles and checks a file. Bad input gives diagnostics, never an exception.</summary>
    public AnnualReport Read(SourceFile file, Sidecar sidecar) => Inspect(file, sidecar).Report;

    /// <summary>The same, keeping every stage's value.</summary>
    public Inspection Inspect(SourceFile file, Sidecar sidecar)
    {
        var document = DocumentReaders.Read(file);
        var recognised = TableRecogniser.Recognise(document);
        return new Inspection(document, recognised, ReportAssembler.Assemble(document, recognised, file, sidecar, register));
    }
}
