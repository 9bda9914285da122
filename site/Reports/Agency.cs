using System.Collections.Immutable;

namespace DisclosureArchive.Reports;

/// <summary>A body that reports, as the register (<c>agencies.csv</c>) has it.</summary>
/// <param name="Id">Its lasting id, used in addresses, such as <c>shili-minzheng</c>.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Region">Region, such as 示例县; may be empty.</param>
/// <param name="Kind">Kind of body, such as 县政府, 部门, 乡镇; may be empty.</param>
/// <param name="Aliases">Other names that reports use for it.</param>
public sealed record Agency(string Id, string Name, string Region, string Kind, ImmutableArray<string> Aliases)
{
    /// <summary>The bodies that it took over from, in the order of the register; none mostly.</summary>
    public ImmutableArray<RelatedAgency> Predecessors { get; init; } = [];

    /// <summary>The bodies that took over from it: it was renamed, merged or split; none mostly.</summary>
    public ImmutableArray<RelatedAgency> Successors { get; init; } = [];
}

/// <summary>A body that another took over from, or that took over from another.</summary>
/// <param name="Id">Its id in the register.</param>
/// <param name="Name">Its full name.</param>
public sealed record RelatedAgency(string Id, string Name);
