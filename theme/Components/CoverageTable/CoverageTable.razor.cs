using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>Agencies or regions by years: which reports there are, and which came in time. Its squares differ in shape, not in colour alone; each says in words what it is.</summary>
public partial class CoverageTable : Showing<Coverage>
{
    private static string Class(CoverageState state, CoverageFlaw flaw) => (Class(state), flaw) switch
    {
        (var name, CoverageFlaw.Failed) => $"{name} failed",
        (var name, CoverageFlaw.NoFigures) => $"{name} no-figures",
        var (name, _) => name,
    };

    private static string Class(CoverageState state) => state switch
    {
        CoverageState.InTime => "in-time",
        CoverageState.Late => "late",
        CoverageState.Missing => "absent",
        CoverageState.Outside => "outside",
        _ => "open",
    };
}
