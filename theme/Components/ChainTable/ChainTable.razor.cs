using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>What each report carried over to the next, and what that one carried in.</summary>
public partial class ChainTable : Showing<ImmutableArray<ChainLink>>
{
    private static string Class(ChainState state) => state switch
    {
        ChainState.Equal => "equal",
        ChainState.Unequal => "unequal",
        ChainState.Gap => "gap",
        _ => "unknown-link",
    };
}
