using DisclosureArchive.Reports.Reading.Office;

namespace DisclosureArchive.Reports.Tests.Containers;

/// <summary>Files as LibreOffice exports them from Word files, many in one start.</summary>
internal static class OfficeExports
{
    /// <summary>Filters whose name does not follow from the extension.</summary>
    private static readonly Dictionary<string, string> Filters = new() { ["txt"] = "txt:Text (encoded):UTF8", ["doc"] = "doc:MS Word 97" };

    /// <summary>The program; where it is missing the test is skipped, or fails if all tools are demanded.</summary>
    public static OfficeProgram Program => OfficeProgram.Find() ?? throw Repository.Lacks("LibreOffice (soffice)");

    /// <summary>Each file in another container; null for one that LibreOffice did not export.</summary>
    /// <param name="files">Their content.</param>
    /// <param name="extension">Of the files and of the container that they go to, such as <c>docx</c> and <c>odt</c>.</param>
    public static byte[]?[] Export(IReadOnlyList<byte[]> files, string from, string extension)
    {
        var program = Program;
        var folder = Directory.CreateTempSubdirectory("disclosure-test-").FullName;
        try
        {
            var profile = Path.Combine(folder, "profile");
            OfficeProfile.Write(profile);
            for (var index = 0; index < files.Count; index++)
                File.WriteAllBytes(Path.Combine(folder, $"{index}.{from}"), files[index]);
            program.Run(
                [
                    $"-env:UserInstallation={new Uri(profile).AbsoluteUri}", "--headless", "--norestore", "--convert-to", Filters.GetValueOrDefault(extension, extension),
                    "--outdir", Path.Combine(folder, "out"), .. Enumerable.Range(0, files.Count).Select(index => Path.Combine(folder, $"{index}.{from}")),
                ],
                folder, TimeSpan.FromMinutes(3), 1L << 30, out _);
            return [.. Enumerable.Range(0, files.Count).Select(index => Path.Combine(folder, "out", $"{index}.{extension}")).Select(path => File.Exists(path) ? File.ReadAllBytes(path) : null)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
