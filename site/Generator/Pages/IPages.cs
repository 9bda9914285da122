using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Makes the pages of an archive, static assets included.</summary>
public interface IPages
{
    /// <summary>All pages but the last ones. Each is made when its content is asked for.</summary>
    IEnumerable<OutputFile> Of(ReportArchive archive, IReportStore store);

    /// <summary>The pages that name other files with their sizes and hashes.</summary>
    /// <param name="files">The written files of the data.</param>
    IEnumerable<OutputFile> Last(ReportArchive archive, IReadOnlyList<DataFile> files) => [];
}
