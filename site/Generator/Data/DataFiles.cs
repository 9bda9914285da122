using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Sqlite;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data;

/// <summary>The data of the archive as files: what programs read.</summary>
public static class DataFiles
{
    /// <summary>Files about the whole archive, the longest first.</summary>
    public static IEnumerable<OutputFile> OfArchive(ReportArchive archive, IReportStore store)
    {
        yield return OutputFile.Long(Routes.DiagnosticsData, stream => DiagnosticsJson.Write(stream, archive, store));
        yield return FormsJson.File;
        yield return IndexJson.Of(archive);
        foreach (var schema in JsonSchemas.Files(archive.Settings))
            yield return schema;
        foreach (var withdrawn in WithdrawnJson.Of(archive))
            yield return withdrawn;
        yield return RobotsFile.Of(archive);
        yield return LlmsText.Of(archive);
        if (archive.Settings.BaseUrl.Length > 0)
            yield return OpenSearch.Of(archive.Settings);
    }

    private static OutputFile Database(ReportArchive archive, IReportStore store) => OutputFile.Long(Routes.Database, stream =>
    {
        using var database = new ArchiveDatabase(archive);
        foreach (var entry in archive.Reports)
            database.Add(entry, store.Load(entry));
        database.WriteTo(stream);
    });

    /// <summary>
    /// The files that can be made when every report was taken into the tables, in rounds: those of a round at once, the next round's when they are written,
    /// since it describes or holds them.
    /// </summary>
    /// <param name="output">Where they are written.</param>
    /// <param name="written">What was written so far of the data.</param>
    public static IEnumerable<IEnumerable<OutputFile>> Rounds(ReportArchive archive, IReportStore store, TableFiles tables, IOutput output, Func<IReadOnlyList<DataFile>> written)
    {
        yield return tables.ForPrograms;
        yield return Describing(archive, written());
        yield return [Database(archive, store), DataZip.Of(archive.Settings, written(), output), .. tables.Others];
        yield return [DataCatalog.Of(archive, written())];
    }

    /// <summary>Files that describe the tables for programs.</summary>
    private static IEnumerable<OutputFile> Describing(ReportArchive archive, IReadOnlyList<DataFile> files)
    {
        foreach (var file in files)
            if (file.IsPlainTable)
                yield return CsvwMetadata.Of(archive.Settings, file.Path, file.Table!);
        yield return DataPackage.Of(archive.Settings, files);
    }

    /// <summary>
    /// Files of one report. Making them takes its rows into the tables. Where its agency had other addresses they stand there too: no page that leads on
    /// can stand for a file that programs read.
    /// </summary>
    public static IEnumerable<OutputFile> OfReport(AgencyEntry agency, ReportEntry report, IReportStore store, TableFiles tables)
    {
        yield return new OutputFile(ReportPaths.Json(report), () =>
        {
            var loaded = store.Load(report);
            tables.Take(report, loaded);
            return ReportJson.Of(report, loaded);
        });
        foreach (var path in agency.FormerPaths(ReportPaths.Provenance(report)).Prepend(ReportPaths.Provenance(report)))
            yield return new OutputFile(path, () => ProvenanceJson.Of(report, store.Load(report)));
        foreach (var path in agency.FormerPaths(ReportPaths.Json(report)))
            yield return new OutputFile(path, () => ReportJson.Of(report, store.Load(report)));
        foreach (var (path, source) in ReportPaths.Sources(report).Zip(report.Sources).Concat(ReportPaths.SourcesAsCurrent(agency, report)))
            foreach (var address in agency.FormerPaths(path).Prepend(path))
                yield return OutputFile.Long(address, stream => store.CopySource(source, stream));
    }

    /// <summary>Full name of a report's agency; empty if it can't be told.</summary>
    internal static string AgencyName(AnnualReport report) => report.Agency?.Name ?? report.AgencyName?.Value ?? "";
}
