using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Conventions;

/// <summary>Names and docstrings of the three assemblies' types.</summary>
public sealed class TypesAreNamedAndDescribed
{
    public static TheoryData<string> Assemblies => ["DisclosureArchive.Reports", "DisclosureArchive.Theme", "DisclosureArchive.Generator"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void EveryPublicTypeHasADocstring(string name)
    {
        var assembly = Assembly.Load(name);
        var described = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{name}.xml")).Descendants("member")
            .Where(member => member.Element("summary") is { } summary && (!string.IsNullOrWhiteSpace(summary.Value) || summary.HasElements))
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);

        assembly.GetExportedTypes()
            .Where(type => !IsComponent(type))
            .Select(type => $"T:{type.FullName!.Replace('+', '.')}")
            .Where(type => !described.Contains(type))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void NoTypeHidesBehindAWordThatSaysNothing(string name)
    {
        string[] empty = ["Service", "Services", "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities"];
        Assembly.Load(name).GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.IsDefined(typeof(GeneratedCodeAttribute)))
            .Select(type => type.Name.Split('`')[0])
            .Where(type => empty.Any(word => type.EndsWith(word, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    /// <summary>Razor writes the class of a <c>.razor</c> file (<c>_Imports.razor</c> too); its comment stands in the markup.</summary>
    private static bool IsComponent(Type type)
    {
        if (type.Name == "_Imports")
            return true;
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            if (ancestor.FullName == "Microsoft.AspNetCore.Components.ComponentBase")
                return true;
        return false;
    }
}
