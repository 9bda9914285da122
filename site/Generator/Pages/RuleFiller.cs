using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page of a rule: what it says, on what it rests, how often it holds, where it fails.</summary>
public sealed class RuleFiller(Failures failures, RuleOutcomes outcomes, Frames frames)
{
    /// <summary>Fewer judgements than these give no share.</summary>
    private const int FewestForShare = 10;

    private Words Words => frames.Words;

    public Rule Fill(CheckRule rule)
    {
        var page = Routes.Rule(rule);
        string Text(string what) => Words[$"rule.{rule.Id}.{what}"];
        var failed = failures.Relations.GetValueOrDefault(rule);
        return new Rule(
            frames.Frame(page, Text("name"), Words["rule.description", Text("name")], (Words["checks.title"], Routes.Checks)),
            rule.Id, Text("says"), [.. Formulas(page, rule)], Text("example"), Text("basis"), Outcomes(page, rule), Text("innocent"), Text("advice"),
            [.. failed?.Items.Select(failure => FailureLines.Fill(frames, page, rule, failure)) ?? []],
            failed?.Count ?? 0,
            Routes.Link(page, TableFiles.PathOf(DataTables.Checks)),
            Routes.Link(page, Routes.Asset("tables.js")));
    }

    private ImmutableArray<JudgedGroup> Outcomes(string page, CheckRule rule)
    {
        static JudgedLine Line(Link of, CheckCounts counts) => new(of, counts, Share(counts));
        static bool IsAny(CheckCounts counts) => counts.Passed + counts.Failed + counts.NotAssessable > 0;

        var all = outcomes.Of(rule);
        return !IsAny(all)
            ? []
            :
            [
                new JudgedGroup([Line(new Link(Words["rule.all"], null), all)]),
                new JudgedGroup([.. Editions.All.Reverse().Select(edition => (edition, counts: outcomes.Of(rule, edition))).Where(pair => IsAny(pair.counts))
                    .Select(pair => Line(new Link(frames.Terms.Edition(pair.edition), null), pair.counts))]),
                new JudgedGroup([.. outcomes.ByYear(rule).Select(year => Line(new Link(frames.Terms.Year(year.Year), Routes.Link(page, Routes.Year(year.Year))), year.Counts))]),
            ];
    }

    /// <summary>Cut off, not rounded: 100% says that all hold.</summary>
    private static string? Share(CheckCounts counts) =>
        counts.Passed + counts.Failed is var assessed && assessed < FewestForShare
            ? null
            : (Math.Floor(counts.Passed * 1000m / assessed) / 10).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private IEnumerable<RuleFormula> Formulas(string page, CheckRule rule)
    {
        Link Term(string text, string term) => new(text, frames.Link(page, Routes.Glossary, term));
        Link Row(string table, string id, string template) => Term(Words[template, FormTerms.LabelOf(table, id)], $"{table}.{id}");
        var stated = new Link(Words["rule.text.stated"], null);
        return rule.Id switch
        {
            Finding.CarryOver => [new RuleFormula("", [Row(CarryOver.Table, CarryOver.CarriedOut, "rule.before")], [Row(CarryOver.Table, CarryOver.CarriedIn, "rule.this")])],
            _ when TextChecker.Relations.FirstOrDefault(relation => relation.Id == rule.Id) is { } text =>
                [new RuleFormula("", [stated], [.. text.Cells.Select(cell => Row(cell.Table, cell.Row, "rule.total"))])],
            _ => Editions.All.SelectMany(edition => edition.Relations.Where(relation => CheckRule.Of(relation.Id) == rule).Select(relation => (edition, relation)))
                .GroupBy(pair => $"{string.Join(' ', pair.relation.Left)}={string.Join(' ', pair.relation.Right)}")
                .Select(same => new RuleFormula(
                    Words.List(same.Select(pair => frames.Terms.Edition(pair.edition))), Side(same.Last(), relation => relation.Left), Side(same.Last(), relation => relation.Right))),
        };

        ImmutableArray<Link> Side((FormEdition Edition, FormRelation Relation) of, Func<FormRelation, ImmutableArray<string>> side)
        {
            var table = of.Edition.Table(of.Relation.Table)!;
            return [.. side(of.Relation).Select(id => of.Relation.Scope == RelationScope.EachRow ? (FormLabel)table.Column(id)! : table.Row(id)!)
                .Select(label => Term(label.NumberedLabel, Routes.Term(table, label)))];
        }
    }
}
