using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Synthesis;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Properties;

/// <summary>Every layout with every edition.</summary>
public sealed class LayoutsAndEditions : TheoryData<string, string>
{
    public LayoutsAndEditions()
    {
        foreach (var layout in Layout.All)
            foreach (var edition in Editions.All)
                Add(layout.Name, edition.Id);
    }
}
