namespace DisclosureArchive.Generator.Data.Sqlite;

/// <summary>The statements that make the tables and views of the archive's database, from <c>tables.sql</c> and <c>views.sql</c>.</summary>
internal static class SchemaText
{
    public static readonly string Tables = Read("Sqlite.tables.sql");

    public static readonly string Views = Read("Sqlite.views.sql");

    // The text stands in the database as it is: a working copy with other line ends must give the same bytes.
    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(SchemaText).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
