using System.CommandLine;
using DisclosureArchive.Benchmarks.Comparing;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Sqlite;

namespace DisclosureArchive.Benchmarks.Commands;

/// <summary><c>database INPUT</c>: tells what it costs to put the reports of a folder into <c>data/archive.sqlite</c>, in processor time, loading them left out.</summary>
internal static class DatabaseCommand
{
    private const int Rounds = 3;

    public static Command Make()
    {
        var input = new Argument<string>("input") { Description = "报告所在的文件夹" };
        var command = new Command("database", "写入数据库用的处理器时间（请用 -c Release 运行）") { input };
        command.SetAction(arguments =>
        {
            ReadArchive.Give(arguments.GetValue(input)!, (archive, store) =>
            {
                for (var round = 0; round < Rounds; round++)
                    Measure(archive, store);
            });
        });
        return command;
    }

    private static void Measure(ReportArchive archive, IReportStore store)
    {
        long rows = 0;
        var begun = Environment.CpuUsage.TotalTime;
        foreach (var entry in archive.Reports)
        {
            var report = store.Load(entry);
            rows += 1 + report.Tables.Sum(table => table.Figures.Length) + report.OwnTables.Sum(table => 1 + table.Figures.Length) + report.Findings.Length + entry.CarryOver.Length
                + report.Diagnostics.Length + entry.Added.Length;
        }

        var loading = Environment.CpuUsage.TotalTime - begun;
        begun = Environment.CpuUsage.TotalTime;
        using var counted = new MemoryStream();
        using (var database = new ArchiveDatabase(archive))
        {
            foreach (var entry in archive.Reports)
                database.Add(entry, store.Load(entry));
            database.WriteTo(counted);
        }

        var writing = Environment.CpuUsage.TotalTime - begun - loading;
        Console.WriteLine(FormattableString.Invariant(
            $"{archive.Reports.Count()} reports, {rows} rows, {counted.Length / 1e6:0.0} MB: {writing.TotalSeconds:0.00} s CPU, {rows / writing.TotalSeconds:0} rows/s (loading {loading.TotalSeconds:0.00} s)"));
    }
}
