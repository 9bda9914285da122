using System.Collections.Immutable;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the glossary: what each row and column of the forms means, and the words of the rules and of the archive.</summary>
public sealed class GlossaryFiller(Frames frames)
{
    private static readonly ImmutableArray<string> Law =
        ["government_information", "proactive", "on_request", "time_limit", "correction", "separation", "fee", "annual_report", "due", "uniform_form", "remedies"];

    private static readonly ImmutableArray<string> Archive =
    [
        "edition", "revision", "source", "cell", "blank", "not_applicable", "unreadable", "missing", "corrected", "transcribed", "disputed",
        "relation", "not_assessable", "carry_over", "derived", "key_figures", "gap", "own_table",
    ];

    private readonly string _path = frames.Here(Routes.Glossary);

    private Words Words => frames.Words;

    private Words Other => Words.IsEnglish ? Words.Chinese : Words.English;

    public Glossary Fill() => new(
        frames.Frame(Routes.Glossary, Words["glossary.title"], Words["glossary.description"]),
        frames.Link(_path, Routes.About, Routes.Crosswalk),
        [Subject("law", Law), .. FormTerms.All.Select(table => Table(table.Table, table.Terms)), Subject("archive", Archive)]);

    private GlossaryPart Subject(string id, ImmutableArray<string> words) => new(
        id, Words[$"glossary.part.{id}"], Words[$"glossary.part.{id}.lead"],
        [
            new GlossaryList($"{id}.words", "", [.. words.Select(word => new GlossaryTerm(
                $"{id}.{word}", Words[$"glossary.{id}.{word}.label"], Other[$"glossary.{id}.{word}.label"], false, Words[$"glossary.{id}.{word}"], "", [], [], ""))]),
        ]);

    private GlossaryPart Table(FormTable table, ImmutableArray<FormTerm> terms) => new(
        table.Id, Words.IsEnglish ? table.LabelEnglish : table.Label, Words[$"glossary.part.{table.Id}.lead"],
        [
            new GlossaryList($"{table.Id}.rows", Words["glossary.rows"], [.. terms.Where(term => !term.IsColumn).Select(Term)]),
            new GlossaryList($"{table.Id}.columns", Words["glossary.columns"], [.. terms.Where(term => term.IsColumn).Select(Term)]),
        ]);

    private GlossaryTerm Term(FormTerm term)
    {
        var change = $"glossary.change.{term.Id}";
        return new GlossaryTerm(
            term.Id, term.LabelIn(Words), term.LabelIn(Other), term.IsGroup, Words[$"glossary.{term.Id}"], Words.Has(change) ? Words[change] : "",
            [.. Facts(term)],
            [.. Crosswalk.Similar.TryGetValue(term.Id, out var similar)
                ? similar.Select(id => new Link(FormTerms.Get(id).LabelIn(Words), Routes.Anchor(id)))
                : []],
            term.IsGroup ? "" : Cell(term));
    }

    /// <summary>The cells that it stands before or over, as the data names them.</summary>
    private static string Cell(FormTerm term)
    {
        var dot = term.Id.IndexOf('.', StringComparison.Ordinal);
        var (table, id) = (term.Id[..dot], term.Id[(dot + 1)..]);
        return term.Label is FormRow { Alias.Length: > 0 } row ? $"{table}.{row.Id}.value"
            : term.IsColumn ? $"{table}.*.{id}"
            : $"{table}.{id}.*";
    }

    private IEnumerable<string> Facts(FormTerm term)
    {
        var sheet = term.Editions[0].Edition == Editions.Form2008;
        if (term.Label is FormRow { Article.Length: > 0 } row)
            yield return Words[sheet ? "glossary.article.2008" : "glossary.article", Words.IsEnglish ? ArticleText.English(row.Article) : row.Article];
        if (Unit(term.Label) is { Length: > 0 } unit)
            yield return Words["glossary.unit", Words[$"glossary.unit.{unit}"]];
        yield return Words["glossary.editions", Words.List(term.Editions.Select(edition => frames.Terms.Edition(edition.Edition)))];
    }

    private static string Unit(FormLabel label) => label switch
    {
        FormRow row => row.Unit,
        FormColumn column => column.Unit,
        _ => "",
    };
}
