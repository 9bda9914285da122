using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme.Components;

/// <summary>Failed relations, one a row.</summary>
public partial class FailureTable : Showing<ImmutableArray<FailureLine>>
{
    /// <summary>Whether the rows are of several rules, so that each has to name its own.</summary>
    [Parameter]
    public bool NamesRule { get; set; }
}
