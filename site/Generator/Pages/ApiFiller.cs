using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page of the addresses: examples are of this archive, and run as they stand where it is published.</summary>
public sealed class ApiFiller(ReportArchive archive, Frames frames)
{
    private Theme.Words Words => frames.Words;

    public Api Fill()
    {
        var page = frames.Here(Routes.Api);
        var example = Example();
        return new Api(
            frames.Frame(Routes.Api, Words["api.title"], Words["api.description"], (Words["nav.data"], Routes.Data)),
            Root, archive.Settings.BaseUrl.Length > 0,
            [.. Addresses(page, example)],
            [.. JsonSchemas.Names.Select(name => Link(page, JsonSchemas.Path(name)))],
            example is var (agency, entry) ? Tasks(agency, entry) : [],
            frames.Link(page, Routes.Data));
    }

    /// <summary>Where the archive is published; if that is not known, where the program shows it.</summary>
    private string Root => archive.Settings.BaseUrl is { Length: > 0 } address ? address + "/" : $"http://127.0.0.1:{ServeCommand.UsualPort}/";

    /// <summary>The agency with the most reports of the form's later editions, and its latest report.</summary>
    private (AgencyEntry Agency, ReportEntry Entry)? Example()
    {
        var best =
            from agency in archive.Agencies
            where !agency.IsUnidentified
            let dated = agency.Current.Where(report => report.Year is not null).ToList()
            where dated.Count > 0
            orderby dated.Count(report => report.Edition is not null && report.Edition != Editions.Form2008) descending, dated.Count descending
            select (agency, dated[^1]);
        return best.Select(found => ((AgencyEntry, ReportEntry)?)found).FirstOrDefault();
    }

    private IEnumerable<ApiAddress> Addresses(string page, (AgencyEntry Agency, ReportEntry Entry)? example)
    {
        string Place(string key) => $"<{Words[key]}>";
        var (agency, year, file, name) = (Place("api.place.agency"), Place("api.place.year"), Place("api.place.file"), Place("api.place.name"));
        ApiAddress Many(string pattern, string gives, Func<AgencyEntry, ReportEntry, string> of) =>
            new(pattern, Words[gives], example is var (found, entry) ? Link(page, of(found, entry)) : null);
        ApiAddress One(string path, string gives) => new(path, Words[gives], Link(page, path));

        yield return One(Routes.ArchiveData, "api.index");
        yield return Many(Routes.AgencyData(agency), "api.agency", (found, _) => Routes.AgencyData(found.Key));
        yield return Many($"agencies/{agency}/{year}.json", "api.report", (_, entry) => Routes.ReportData(entry));
        yield return Many($"agencies/{agency}/{year}/{file}", "api.source", (_, entry) => Routes.Source(entry));
        yield return Many($"data/figures/{year}.csv", "api.figures", (_, entry) => TablePart.FiguresOf(entry.Year));
        yield return One(TableFiles.PathOf(DataTables.OfForms[0]), "api.tables");
        yield return Many($"agencies/{agency}/{DataTables.Figures}.csv", "api.parts", (found, _) => TablePart.Of(found).Figures);
        yield return One(TableFiles.PathOf(DataTables.Reports), "api.reports");
        yield return One(TableFiles.PathOf(DataTables.Checks), "api.checks");
        yield return One(Routes.FormsData, "api.forms");
        yield return One(Routes.DiagnosticsData, "api.diagnostics");
        yield return One(Routes.DataPackage, "api.package");
        yield return new ApiAddress(JsonSchemas.Path(name), Words["api.schema"], null);
    }

    private ImmutableArray<ApiTask> Tasks(AgencyEntry agency, ReportEntry entry)
    {
        var cell = entry.Edition == Editions.Form2008
            ? new CellName("statistics_2008", Editions.Form2008.Table("statistics_2008")!.Rows.First(row => row.Alias == "requests.received").Id, "value")
            : new CellName("requests", "received", "total");
        ApiExample Example(string id, string language, string file) => new(id, language, Read(file)
            .Replace("@root@", Root, StringComparison.Ordinal)
            .Replace("@agency.json@", Routes.Link("", Routes.AgencyData(agency.Key)), StringComparison.Ordinal)
            .Replace("@report.json@", Routes.Link("", Routes.ReportData(entry)), StringComparison.Ordinal)
            .Replace("@figures.csv@", TablePart.FiguresOf(entry.Year), StringComparison.Ordinal)
            .Replace("@cell@", cell.ToString(), StringComparison.Ordinal)
            .Replace("@table@", cell.Table, StringComparison.Ordinal)
            .Replace("@row@", cell.Row, StringComparison.Ordinal)
            .Replace("@column@", cell.Column, StringComparison.Ordinal));

        return
        [
            new ApiTask(Words["api.task.series"], [Example("javascript", "JavaScript", "series.js"), Example("python", "Python", "series.py")]),
            new ApiTask(Words["api.task.year"],
            [
                Example("pandas", "Python · pandas", "figures.py"), Example("r", "R", "figures.R"), Example("duckdb", "SQL · DuckDB", "figures.sql"), Example("sqlite", "SQL · SQLite", "database.sh"),
            ]),
            new ApiTask(Words["api.task.files"], [Example("curl", "curl", "files.sh")]),
        ];
    }

    private static Link Link(string page, string path) => new(path, Routes.Link(page, path));

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(ApiFiller).Assembly.GetManifestResourceStream("ApiExamples/" + file)!);
        return reader.ReadToEnd().TrimEnd();
    }
}
