using System.Collections.Immutable;

namespace DisclosureArchive.Reports;

/// <summary>A body that reports, as the register (<c>agencies.csv</c>) has it.</summary>
/// <param name="Id">Its lasting id, used in addresses, such as <c>shili-minzheng</c>.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Region">Region, such as 示例县; may be empty.</param>
/// <param name="Kind">Kind of body, such as 县政府, 部门, 乡镇; may be empty.</param>
/// <param name="Aliases">Other names that reports use for it.</param>
public sealed record Agency(string Id, string Name, string Region, string Kind, ImmutableArray<string> Aliases);
