using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>
/// Where the bodies of the register and their reports stood before: what the columns <c>former_ids</c> and <c>former_pages</c> say. An address leads
/// to one body: what another body has now, or had before as well, is told and left out.
/// </summary>
internal sealed class FormerAddresses
{
    private readonly List<(int Row, string Of, string Former)> _ids = [];
    private readonly List<(int Row, string Of, string Former)> _pages = [];

    /// <summary>Takes what a row says of a body.</summary>
    public void Declare(int row, string id, string[] formerIds, string[] formerPages)
    {
        _ids.AddRange(formerIds.Select(former => (row, id, former)));
        _pages.AddRange(formerPages.Select(former => (row, id, former)));
    }

    /// <summary>The bodies with their former addresses.</summary>
    /// <param name="tell">Is told of a former address, and why it was not taken.</param>
    public ImmutableArray<Agency> Apply(ImmutableArray<Agency> agencies, Action<string, string> tell)
    {
        if (_ids.Count + _pages.Count == 0)
            return agencies;
        var ids = Ids([.. agencies.Select(agency => Folder(agency.Id))], tell).ToLookup(found => found.Of, found => found.Former);
        var pages = Pages(tell).ToLookup(found => found.Of, found => found.Page);
        return [.. agencies.Select(agency => agency with { FormerIds = [.. ids[agency.Id]], FormerPages = [.. pages[agency.Id]] })];
    }

    private List<(string Of, string Former)> Ids(HashSet<string> living, Action<string, string> tell)
    {
        var owners = _ids.ToLookup(declared => Folder(declared.Former), declared => declared.Of);
        var taken = new List<(string Of, string Former)>();
        foreach (var (row, of, former) in _ids)
        {
            var others = owners[Folder(former)].Where(owner => owner != of).Distinct().ToList();
            if (former == of)
                tell(former, $"第{row}行写的是它自己现在的 id");
            else if (living.Contains(Folder(former)))
                tell(former, $"第{row}行（{of}）：名录中现有这个 id");
            else if (others.Count > 0)
                tell(former, $"第{row}行（{of}）：{string.Join("、", others)} 也写了它");
            else if (!taken.Any(found => Folder(found.Former) == Folder(former)))
                taken.Add((of, former));
        }

        return taken;
    }

    private List<(string Of, FormerPage Page)> Pages(Action<string, string> tell)
    {
        var taken = new List<(string Of, FormerPage Page)>();
        foreach (var (row, of, former) in _pages)
            if (former.Split('>', StringSplitOptions.TrimEntries) is [var address, { Length: > 0 } now]
                && address.Split('/') is [{ Length: > 0 } folder, { Length: > 0 } page]
                && IsPlain(folder) && IsPlain(page) && page != "index" && !page.EndsWith("-changes", StringComparison.Ordinal))
                taken.Add((of, new FormerPage(address, now)));
            else
                tell(former, $"第{row}行（{of}）应写成“旧文件夹/旧页名>现在的页名”，如 unidentified/undated-1a2b3c4d>2021");
        return taken;
    }

    private static string Folder(string former) => PathName.Folded(PathName.OfAgency(former));

    private static bool IsPlain(string name) => PathName.OfAgency(name) == name;
}
