using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Conventions;

/// <summary>
/// What a file uses stands in the order that <c>dotnet format</c> gives it. All else that it would set right is found by the compiler, or without compiling;
/// for this alone it would analyse everything once more.
/// </summary>
public sealed class UsingsAreInOrder
{
    private static readonly string[] Folders = ["site", "theme", "tests"];

    [Fact]
    public void In_every_file()
    {
        var files = Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .ToList();
        files.Count.ShouldBeGreaterThan(100);
        files.Where(file => !IsInOrder(File.ReadAllLines(Path.Combine(Repository.Root, file)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, "using System;", "using System.Text;", "using A;", "using A.B;", "using AB;", "using b;", "using static A.C;", "using D = A.D;")]
    [InlineData(false, "using System.Text;", "using System.Collections;")]
    [InlineData(false, "using A;", "using System;")]
    [InlineData(false, "using AB;", "using A.B;")]
    [InlineData(false, "using A.B;", "using A;")]
    [InlineData(false, "using static A.C;", "using A;")]
    [InlineData(false, "using D = A.D;", "using static A.C;")]
    [InlineData(false, "using B;", "", "using A;")]
    public void As_they_are_to_be(bool isInOrder, params string[] lines) => IsInOrder(lines).ShouldBe(isInOrder);

    private static bool IsInOrder(string[] lines)
    {
        var usings = lines.TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';')).Select(line => Place(line["using ".Length..^1])).ToList();
        return usings.SequenceEqual(usings.Order(StringComparer.Ordinal));
    }

    /// <summary>Namespaces, static types, other names; the system's before all others, and a name before what begins with it.</summary>
    private static string Place(string used)
    {
        const string type = "static ";
        var kind = used.Contains('=') ? 2 : used.StartsWith(type, StringComparison.Ordinal) ? 1 : 0;
        var name = kind == 1 ? used[type.Length..] : used;
        return $"{kind}{(name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)}{name.ToUpperInvariant().Replace('.', '\u0001')}";
    }
}
