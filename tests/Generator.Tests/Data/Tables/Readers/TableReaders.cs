using System.Text.Json;

namespace DisclosureArchive.Generator.Tests.Data.Tables.Readers;

/// <summary>Programs of others that read the tables; the build fetches them with npm.</summary>
internal static class TableReaders
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Generator.Tests", "Data", "Tables", "Readers");

    /// <summary>Judges all lines of the CSV files in the output of a build by what describes them (<c>rows.mjs</c>).</summary>
    /// <param name="kind"><c>package</c> or <c>csvw</c>.</param>
    /// <returns>How many files and fields were read, and what is wrong with them; empty for nothing.</returns>
    public static async Task<(int Files, int Fields, string Wrong)> CheckRows(string kind, string folder)
    {
        var (code, output, errors) = await Run("rows.mjs", kind, folder);
        if (code != 0)
            return (0, 0, errors.Length > 0 ? errors : $"It ended with {code}.");
        using var counted = JsonDocument.Parse(output);
        return (counted.RootElement.GetProperty("files").GetInt32(), counted.RootElement.GetProperty("fields").GetInt32(), "");
    }

    /// <summary>The rows that DuckDB gives for each of some queries (<c>duckdb.mjs</c>); a long number is a text.</summary>
    public static async Task<JsonElement[]> Query(TemporaryFolder folder, params string[] queries)
    {
        var (code, output, errors) = await Run("duckdb.mjs", folder.Write("queries.json", JsonSerializer.Serialize(queries)));
        return code == 0 ? JsonSerializer.Deserialize<JsonElement[]>(output)! : throw new InvalidOperationException(errors);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(string script, params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "tableschema")))
            throw Repository.Lacks("what the build fetches with npm (tests/Generator.Tests/Data/Tables/Readers)");
        return await ForeignProgram.Run("node", Folder, [Path.Combine(Folder, script), .. arguments]);
    }
}
