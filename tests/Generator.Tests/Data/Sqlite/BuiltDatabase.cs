using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Data.Sqlite;
using DisclosureArchive.Generator.Output;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.Sqlite;

/// <summary>A database as a build publishes it, opened for reading only, and the files it was published with.</summary>
public sealed class BuiltDatabase : IDisposable
{
    private static readonly Dictionary<string, (ReportArchive Archive, SortedDictionary<string, byte[]> Files)> Built = new(StringComparer.Ordinal);

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteConnection _connection;

    private BuiltDatabase(ReportArchive archive, SortedDictionary<string, byte[]> files, byte[] bytes)
    {
        Archive = archive;
        Files = files;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = $"file:{_folder.Write("archive.sqlite", bytes).Replace('\\', '/')}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        _connection.Open();
    }

    public ReportArchive Archive { get; }

    public SortedDictionary<string, byte[]> Files { get; }

    /// <summary>That of the archive in a folder of the repository, which is built once.</summary>
    public static BuiltDatabase Of(string input)
    {
        lock (Built)
        {
            if (!Built.TryGetValue(input, out var built))
            {
                var output = new MemoryOutput();
                var result = new SiteBuilder().Build(Path.Combine(Repository.Root, input), output, TestContext.Current.CancellationToken);
                Built.Add(input, built = (result.Archive, output.Files));
            }

            return new BuiltDatabase(built.Archive, built.Files, built.Files[ArchiveDatabase.Path]);
        }
    }

    /// <summary>That of an archive in memory, with nothing else.</summary>
    public static BuiltDatabase Of(ReportArchive archive, IReportStore store) => new(archive, [], Bytes(archive, store));

    /// <summary>Its bytes.</summary>
    public static byte[] Bytes(ReportArchive archive, IReportStore store)
    {
        using var database = new ArchiveDatabase(archive);
        foreach (var entry in archive.Reports)
            database.Add(entry, store.Load(entry));
        using var memory = new MemoryStream();
        database.WriteTo(memory);
        return memory.ToArray();
    }

    /// <summary>The rows that a query gives, every field as text; empty for NULL.</summary>
    public List<string[]> Rows(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => FormattableString.Invariant($"{(reader.IsDBNull(field) ? "" : reader.GetValue(field))}"))]);
        return rows;
    }

    /// <summary>The only field of the only row.</summary>
    public string One(string sql) => Rows(sql).Single().Single();

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }
}
