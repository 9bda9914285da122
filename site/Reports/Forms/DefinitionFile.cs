using System.Collections.Immutable;
using CsvHelper;

namespace DisclosureArchive.Reports.Forms;

/// <summary>A CSV file of definitions that an assembly carries: UTF-8, names of columns first.</summary>
public static class DefinitionFile
{
    /// <summary>Its lines, each made by <paramref name="make"/>.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such file.</exception>
    public static ImmutableArray<T> Read<T>(System.Reflection.Assembly assembly, string resource, Func<CsvReader, T> make)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The definition file {resource} is not in the assembly.");
        using var csv = CsvReader.Create(stream, CsvReaderOptions.Default, leaveOpen: false);
        var lines = ImmutableArray.CreateBuilder<T>();
        while (csv.Read())
            lines.Add(make(csv));
        return lines.ToImmutable();
    }
}
