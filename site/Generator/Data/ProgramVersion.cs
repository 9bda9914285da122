using System.Reflection;

namespace DisclosureArchive.Generator.Data;

/// <summary>What this program calls itself in what it writes, and which release it is, such as <c>0.1.0</c>.</summary>
internal static class ProgramVersion
{
    public const string Name = "DisclosureArchive";

    /// <summary>Nothing of the machine or the commit that it was built from, so that the same input gives the same record.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
