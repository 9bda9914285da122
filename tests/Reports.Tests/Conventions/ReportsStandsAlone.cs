using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Conventions;

/// <summary>The library reads a file and gives a report: it knows no web, no console, no clock.</summary>
public sealed class ReportsStandsAlone
{
    private static readonly System.Reflection.Assembly Library = typeof(AnnualReport).Assembly;

    [Fact]
    public void ItReferencesNothingOfTheWebNorOfTheProgram()
    {
        var references = Library.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();
        references.ShouldNotBeEmpty();
        string[] banned = ["Microsoft.AspNetCore", "Microsoft.Extensions", "System.Net", "System.Web", "System.Console", "Spectre", "System.CommandLine", "DisclosureArchive"];
        references.ShouldAllBe(name => !banned.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void ItUsesNoConsoleNoNetworkNoClock()
    {
        using var image = new PEReader(File.OpenRead(Library.Location));
        var metadata = image.GetMetadataReader();

        var types = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}").ToList();
        types.ShouldContain("System.Object");
        types.ShouldNotContain(type => type.StartsWith("System.Net.", StringComparison.Ordinal) && type != "System.Net.WebUtility");
        types.ShouldNotContain("System.Console");
        types.ShouldNotContain("System.Random");

        var members = metadata.MemberReferences.Select(metadata.GetMemberReference).Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)}.{metadata.GetString(member.Name)}").ToList();
        foreach (var clock in (string[])["DateTime.get_Now", "DateTime.get_UtcNow", "DateTime.get_Today", "DateTimeOffset.get_Now", "DateTimeOffset.get_UtcNow", "Guid.NewGuid"])
            members.ShouldNotContain(clock);
    }
}
