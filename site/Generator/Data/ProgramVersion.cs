using System.Reflection;

namespace DisclosureArchive.Generator.Data;

/// <summary>Which release of the program this is, such as <c>0.1.0</c>.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
