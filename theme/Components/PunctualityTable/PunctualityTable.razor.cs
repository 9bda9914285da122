using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>Whether the reports of an agency came in time, year by year.</summary>
public partial class PunctualityTable : Showing<PunctualityRecord>
{
    private static string Class(CoverageState state) => state switch
    {
        CoverageState.InTime => "in-time",
        CoverageState.Late => "late",
        _ => "open",
    };
}
