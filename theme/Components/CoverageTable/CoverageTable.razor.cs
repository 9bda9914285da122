using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>Agencies by years: which reports there are.</summary>
public partial class CoverageTable : Showing<Coverage>
{
    private static string Class(CoverageState state) => state switch
    {
        CoverageState.Reported => "reported",
        CoverageState.Failed => "failed",
        CoverageState.NoFigures => "no-figures",
        CoverageState.Missing => "missing",
        _ => "outside",
    };
}
