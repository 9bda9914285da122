using System.Collections.Frozen;
using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page that takes reports: the blank forms of all editions, in the page's language, and the agencies that are known.</summary>
public sealed class ContributeFiller(ReportArchive archive, Frames frames)
{
    private static readonly ImmutableArray<string> Scripts =
        [Routes.Asset("figure-text.js"), Routes.Asset("form-paste.js"), Routes.Asset("form-files.js"), Routes.Asset("contribute.js"), Routes.Definitions, Routes.Documents];

    public Contribution Fill()
    {
        var path = frames.Here(Routes.Contribute);
        return new Contribution(
            frames.Frame(Routes.Contribute, frames.Words["contribute.title"], frames.Words["contribute.description"]),
            Routes.Link(path, ""),
            [.. Scripts.Select(script => Routes.Link(path, script))],
            [.. Editions.All.Reverse().Select(edition => new BlankForm(
                edition.Id, frames.Words.IsEnglish ? edition.LabelEnglish : edition.Label,
                [.. edition.Tables.Select(table => OfPage(edition, table))]))],
            [.. archive.Agencies.Where(agency => !agency.IsUnidentified).DistinctBy(agency => agency.Name).Select(agency => new KnownAgency(agency.Name, agency.Key))],
            archive.Settings.Repository,
            frames.Link(path, Routes.Glossary));
    }

    /// <summary>The page has all editions, which share names of cells: the anchors say whose they are.</summary>
    private TableBlock OfPage(FormEdition edition, FormTable table)
    {
        var blank = FormLayout.Of(table).Blank;
        var english = frames.Words.IsEnglish ? English(edition, table) : FrozenDictionary<string, string>.Empty;
        string Anchor(string id) => $"{edition.Id}:{id}";
        string InWords(string text) => english.GetValueOrDefault(text, text);
        TableCell Shown(TableCell cell) => cell with
        {
            Text = InWords(cell.Text),
            Id = cell.Id is null ? null : Anchor(cell.Id),
            Headers = cell.Headers is null ? null : string.Join(' ', cell.Headers.Split(' ').Select(Anchor)),
            Label = cell.Label is null ? null : string.Join('·', cell.Label.Split('·').Select(InWords)),
        };

        return blank with
        {
            Id = Anchor(blank.Id),
            Caption = frames.Words.IsEnglish ? table.LabelEnglish : table.Label,
            Head = [.. blank.Head.Select(row => row.Select(Shown).ToImmutableArray())],
            Bodies = [.. blank.Bodies.Select(body => body.Select(row => row.Select(Shown).ToImmutableArray()).ToImmutableArray())],
        };
    }

    /// <summary>What stands in the form's cells, in English.</summary>
    private FrozenDictionary<string, string> English(FormEdition edition, FormTable table)
    {
        var words = frames.Words;
        IEnumerable<(string Chinese, string English)> pairs =
        [
            (FormHeadings.Content, words["heading.content"]), (FormHeadings.Applicants, words["heading.applicants"]),
            (FormHeadings.Indicator, words["heading.indicator"]), (FormHeadings.Unit, words["heading.unit"]),
            .. edition.Relations.Where(relation => relation.Table == table.Id)
                .Select(relation => (FormHeadings.Balance(relation.Label), words["heading.balance", relation.LabelEnglish])),
            .. table.Rows.Concat(table.Groups).Concat(table.Columns).Concat(table.ColumnGroups).Select(label => (label.NumberedLabel, label.LabelEnglish)),
            .. table.Rows.Select(row => (row.Label, row.LabelEnglish)),
            .. table.Rows.Select(row => row.Unit).Where(unit => unit.Length > 0).Distinct().Select(unit => (unit, words[$"glossary.unit.{unit}"])),
        ];
        return pairs.DistinctBy(pair => pair.Chinese).ToFrozenDictionary(pair => pair.Chinese, pair => pair.English, StringComparer.Ordinal);
    }
}
