using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The page at an address that an agency had before.</summary>
public partial class MovedPage : Showing<Moved>
{
    private static readonly ImmutableArray<Words> Both = [Words.Chinese, Words.English];
}
