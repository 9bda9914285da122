using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Tests;

/// <summary>Pages that a test makes up.</summary>
internal sealed class MadePages(Func<ReportArchive, IEnumerable<OutputFile>> make) : IPages
{
    public IEnumerable<OutputFile> Of(ReportArchive archive, IReportStore store) => make(archive);
}
