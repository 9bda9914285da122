using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>The reports that one worker loaded last: the files of an agency are mostly made one after the other, and ask for its reports several times.</summary>
internal sealed class RecentReports
{
    private const int Kept = 16;

    private readonly AnnualReport?[] _reports = new AnnualReport?[Kept];
    private int _oldest;

    public AnnualReport? Find(SourceInfo source) => Array.Find(_reports, report => report?.Source == source);

    public void Add(AnnualReport report)
    {
        _reports[_oldest] = report;
        _oldest = (_oldest + 1) % Kept;
    }
}
