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
    /// <summary>Ids, or names from before it was registered, under which its pages stood; none mostly.</summary>
    public ImmutableArray<string> FormerIds { get; init; } = [];

    /// <summary>Where pages of its reports stood that moved by themselves; none mostly.</summary>
    public ImmutableArray<FormerPage> FormerPages { get; init; } = [];

    /// <summary>The bodies that it took over from, in the order of the register; none mostly.</summary>
    public ImmutableArray<RelatedAgency> Predecessors { get; init; } = [];

    /// <summary>The bodies that took over from it: it was renamed, merged or split; none mostly.</summary>
    public ImmutableArray<RelatedAgency> Successors { get; init; } = [];
}

/// <summary>A body that another took over from, or that took over from another.</summary>
/// <param name="Id">Its id in the register.</param>
/// <param name="Name">Its full name.</param>
public sealed record RelatedAgency(string Id, string Name);

/// <summary>Where a report's page stood before, and where it is now.</summary>
/// <param name="Address">Folder and name of the page that was, such as <c>unidentified/undated-1a2b3c4d</c>.</param>
/// <param name="Slug">Name of the page of the same report in its agency's folder now, such as <c>2021</c>.</param>
public sealed record FormerPage(string Address, string Slug)
{
    /// <summary>As the register has it.</summary>
    public override string ToString() => $"{Address}>{Slug}";
}
