using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the pages of the data: what there is to take away, and what its columns and cells mean.</summary>
public sealed class DataFiller(ReportArchive archive, Frames frames)
{
    private Theme.Words Words => frames.Words;

    /// <param name="files">The written files of the data.</param>
    public Theme.Models.DataFiles Fill(IReadOnlyList<DataFile> files)
    {
        var page = frames.Here(Routes.Data);
        var frame = frames.Frame(Routes.Data, Words["data.title"], Words["data.description"]);
        var distributions = files.Where(file => file.Table is not null || file.IsOfTables || file.Path == DataZip.Path)
            .Select(file => (Routes.Link(page, file.Path), file.MediaType));
        var parts = files.Where(file => !IsAside(file)).GroupBy(PartOf).ToDictionary(part => part.Key);
        return new Theme.Models.DataFiles(
            frame with
            {
                Metadata = frame.Metadata with { StructuredData = DatasetCard.Of(archive.Settings, frames.Address(page), Words["data.description"], distributions) },
            },
            [.. Parts.Where(parts.ContainsKey).Select(id => new DataFilePart(id, [.. Ordered(parts[id]).Select(file => Line(page, file)), .. id == "json" ? Patterns : []]))],
            frames.Link(page, Routes.Glossary),
            frames.Link(page, Routes.Api),
            frames.Link(page, Routes.Dictionary));
    }

    public DataDictionary FillDictionary()
    {
        var page = frames.Here(Routes.Dictionary);
        return new DataDictionary(
            frames.Frame(Routes.Dictionary, Words["dictionary.title"], Words["dictionary.description"], (Words["data.title"], Routes.Data)),
            [.. DataTables.All.Select(table => new DictionaryTable(
                table.Id, LabelOf(table), Words.IsEnglish ? table.MeaningEnglish : table.Meaning, string.Join(", ", table.Key),
                [.. table.Columns.Select(column => new DictionaryColumn(
                    column.Name, Words[$"dictionary.type.{column.Type}"], Words.IsEnglish ? column.LabelEnglish : column.Label, Words.IsEnglish ? column.MeaningEnglish : column.Meaning))]))],
            [.. DictionaryCells.All.GroupBy(cell => cell.Form).Select(form => new DictionaryForm(
                $"{form.Key.Edition}.{form.Key.Id}",
                $"{(Words.IsEnglish ? Editions.Get(form.Key.Edition).LabelEnglish : Editions.Get(form.Key.Edition).Label)} · {(Words.IsEnglish ? form.Key.LabelEnglish : form.Key.Label)}",
                [.. form.Select(cell => new Theme.Models.DictionaryCell(
                    cell.Name.ToString(),
                    new Link(Words.IsEnglish ? cell.RowLabelEnglish : cell.RowLabel, frames.Link(page, Routes.Glossary, cell.Term)),
                    Words.IsEnglish ? cell.Column.LabelEnglish : cell.Column.Label,
                    Words.IsEnglish ? ArticleText.English(cell.Row.Article) : cell.Row.Article,
                    cell.Unit.Length > 0 ? Words[$"glossary.unit.{cell.Unit}"] : ""))]))],
            new Link(Words["dictionary.file"], Routes.Link(page, TableFiles.PathOf(DataTables.Dictionary))));
    }

    private static readonly ImmutableArray<string> Parts = ["all", "spreadsheets", "tables", "figures", "json", "feeds", "about"];

    /// <summary>What stands beside each CSV file, and the schemas, would hide the others; those that describe them name them.</summary>
    private static bool IsAside(DataFile file) =>
        file.Path.EndsWith(CsvwMetadata.Suffix, StringComparison.Ordinal) || file.Path.StartsWith("data/schema/", StringComparison.Ordinal);

    private static string PartOf(DataFile file) => file switch
    {
        { IsOfTables: true } or { Path: DataZip.Path } => "all",
        { IsForSpreadsheets: true } => "spreadsheets",
        { Table.Id: "figures" } => "figures",
        { Table: not null } => "tables",
        { MediaType: "application/atom+xml" or "text/calendar" } or { Path: "feed.json" } => "feeds",
        { Path: Routes.DataPackage or DataCatalog.Path } => "about",
        _ => "json",
    };

    /// <summary>Figures the newest year first; tables in the order in which they are listed.</summary>
    private static IEnumerable<DataFile> Ordered(IEnumerable<DataFile> files) =>
        files.OrderBy(file => file.Table is { } table ? DataTables.PlaceOf(table) : int.MaxValue).ThenByDescending(file => file.Year ?? int.MinValue);

    /// <summary>Addresses of which there are many.</summary>
    private IEnumerable<DataFileLine> Patterns =>
        [new(new Link(Words["data.report.path"], null), Words["data.report"], "", 0, "")];

    private DataFileLine Line(string page, DataFile file)
    {
        var meaning = file switch
        {
            { Year: { } year } => frames.Terms.Year(year),
            { Table: { } table } => $"{LabelOf(table)}{Words["data.meaning"]}{(Words.IsEnglish ? table.MeaningEnglish : table.Meaning)}",
            _ => $"data.file.{file.Path[(file.Path.LastIndexOf('/') + 1)..].Replace('.', '-')}" is var key && Words.Has(key) ? Words[key] : "",
        };
        return new DataFileLine(new Link(file.Path, Routes.Link(page, file.Path)), meaning, SizeOf(file.Written.Size), file.Written.Size, file.Written.Sha256);
    }

    private string LabelOf(DataTable table) => Words.IsEnglish ? table.LabelEnglish : table.Label;

    /// <summary>A size in bytes, for people.</summary>
    private static string SizeOf(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.#} KB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000.0:0.##} GB"),
    };
}
