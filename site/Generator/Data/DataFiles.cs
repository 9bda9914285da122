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
        yield return OutputFile.Long(Routes.Database, stream => WriteDatabase(stream, archive, store));
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

    /// <summary>Files that describe the data that was written.</summary>
    public static IEnumerable<OutputFile> Describing(ReportArchive archive, IReadOnlyList<DataFile> files)
    {
        foreach (var file in files)
            if (file.IsPlainTable)
                yield return CsvwMetadata.Of(archive.Settings, file.Path, file.Table!);
        yield return DataPackage.Of(archive.Settings, files);
        yield return DataCatalog.Of(archive, files);
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

    private static void WriteDatabase(Stream stream, ReportArchive archive, IReportStore store)
    {
        using var database = new ArchiveDatabase(archive);
        foreach (var entry in archive.Reports)
            database.Add(entry, store.Load(entry));
        database.WriteTo(stream);
    }
}
