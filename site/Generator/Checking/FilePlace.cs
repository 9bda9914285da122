using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Checking;

/// <summary>A place in a file, as editors and checkers name it: a line, else where within the file.</summary>
/// <param name="File">The file, as the user would call it.</param>
public readonly record struct FilePlace(string File, SourceLocation Location)
{
    /// <summary>Line of the file, from 1; 0 where it is not known or the file has no lines.</summary>
    public int Line => Location is { Line: > 0, Page: 0 } ? Location.Line : 0;

    /// <summary>Where in the file, but for the line: a page, a table's cell; none if that is not known.</summary>
    public SourceLocation Within => Location.Page == 0 ? Location with { Line = 0, IsInSidecar = false } : Location;
}
