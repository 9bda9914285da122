namespace DisclosureArchive.Generator.Tests.Schemas;

/// <summary>Judges JSON by its schema with a validator that the build fetches with npm (<c>validate.mjs</c>).</summary>
internal static class SchemaChecker
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Generator.Tests", "Schemas");

    /// <summary>What is wrong with a SARIF log; empty for nothing.</summary>
    public static Task<string> CheckSarif(string file) => Run("sarif", file);

    /// <summary>What is wrong with the JSON documents in the output of a build, a line each; empty for nothing.</summary>
    public static Task<string> CheckArchive(string folder) => Run("archive", folder);

    /// <summary>What is wrong with the files that describe the CSV files in the output of a build, a line each; empty for nothing.</summary>
    public static Task<string> CheckDescriptions(string folder) => Run("descriptions", folder);

    private static async Task<string> Run(string kind, string path)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "ajv")))
            throw Repository.Lacks("what the build fetches with npm (tests/Generator.Tests/Schemas)");
        var (code, output, errors) = await ForeignProgram.Run("node", Folder, [Path.Combine(Folder, "validate.mjs"), kind, path]);
        return (code, output + errors) switch
        {
            (0, "") => "",
            (_, "") => $"It ended with {code}.",
            var (_, said) => said,
        };
    }
}
