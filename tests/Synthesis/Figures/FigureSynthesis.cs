using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Synthesis;

/// <summary>Makes up figures for every cell of an edition so that every relation of the form holds.</summary>
public static class FigureSynthesis
{
    private static readonly string[] Outcomes = ["upheld", "corrected", "other", "pending"];

    /// <param name="before">Figures of the year before, or null.</param>
    /// <param name="size">0 where nothing is asked for, 1 for a township, 5 for a county.</param>
    public static ImmutableDictionary<CellName, decimal> Make(
        FormEdition edition, SplitMix random, ImmutableDictionary<CellName, decimal>? before, int size)
    {
        var figures = new Dictionary<CellName, decimal>();
        foreach (var table in edition.Tables)
        {
            if (table.Id == "proactive")
                MakeProactive(table, random, before, size, figures);
            else if (table.Id == "requests")
                MakeRequests(edition, table, random, before, size, figures);
            else if (table.Id == "disputes")
                MakeDisputes(table, random, size, figures);
            else
                MakeStatistics(edition, table, random, size, figures);
        }

        return figures.ToImmutableDictionary();
    }

    private static void MakeProactive(
        FormTable table, SplitMix random, ImmutableDictionary<CellName, decimal>? before, int size, Dictionary<CellName, decimal> figures)
    {
        foreach (var row in table.Rows)
        {
            CellName Cell(string column) => new(table.Id, row.Id, column);
            decimal? Before(string column) => before is not null && before.TryGetValue(Cell(column), out var value) ? value : null;
            foreach (var column in table.ColumnsOf(row))
                figures[Cell(column.Id)] = column.Id switch
                {
                    "made" or "disclosed" => random.OneIn(3) ? 0 : random.Between(1, 6),
                    "repealed" => random.Below(1 + (int)Math.Min(2, Before("in_force") ?? 2)),
                    "in_force" => (Before("in_force") ?? random.Between(2, 30)) + figures[Cell("made")] - figures[Cell("repealed")],
                    "disclosed_total" => (Before("disclosed_total") ?? random.Between(0, 20)) + figures[Cell("disclosed")],
                    "items_last_year" => Before("items_last_year") + Before("change") ?? random.Between(0, 80),
                    "change" => random.OneIn(2) ? 0 : random.Between(-(int)Math.Min(figures[Cell("items_last_year")], 12), 9),
                    "amount" => Drift(Before("amount"), random, random.OneIn(5) ? 0 : random.Between(1, 90 * size * size + 5))
                        + random.Pick<decimal>([0, 0, 0.5m, 0.27m, 0.8m]),
                    "decisions" when row.Id == "coercion" => random.Between(0, 6 * size),
                    "decisions" => Drift(Before("decisions"), random, random.OneIn(5) ? 0 : random.Between(1, random.OneIn(3) ? 1500 * size + 9 : 60)),
                    _ => Drift(Before(column.Id), random, random.Between(0, 5 * size)),
                };
        }
    }

    /// <summary>A number of about the size of the year before, or a new one if there was none.</summary>
    private static decimal Drift(decimal? before, SplitMix random, int fresh) =>
        before is > 0 ? Math.Round(before.Value * random.Between(80, 125) / 100) : fresh;

    private static void MakeRequests(
        FormEdition edition, FormTable table, SplitMix random, ImmutableDictionary<CellName, decimal>? before, int size,
        Dictionary<CellName, decimal> figures)
    {
        CellName Cell(string row, string column) => new(table.Id, row, column);
        var results = edition.Relations.First(relation => relation.Id == "requests.results_sum").Right;
        var kinds = table.Columns.Where(column => column.Id != "total").ToList();
        foreach (var column in kinds)
        {
            // Most requests come from natural persons and businesses; the other kinds are rare.
            var usual = column.Id == "natural_person" ? 14 * size : column.Id == "business" ? 4 * size : Math.Min(1, size);
            var fresh = random.OneIn(column.Id == "natural_person" ? 8 : 3) ? 0 : random.Between(0, usual);
            var received = (int)Drift(before?.GetValueOrDefault(Cell("received", column.Id)), random, fresh);
            var carriedIn = (int)(before?.GetValueOrDefault(Cell("carried_out", column.Id)) ?? random.Below(1 + usual / 6));
            var carriedOut = random.OneIn(2) ? 0 : Math.Min(received + carriedIn, random.Below(1 + usual / 6));
            var concluded = received + carriedIn - carriedOut;
            foreach (var row in results)
                figures[Cell(row, column.Id)] = 0;
            for (var request = 0; request < concluded; request++)
                figures[Cell(random.OneIn(2) ? "granted" : random.Pick(results), column.Id)]++;
            figures[Cell("received", column.Id)] = received;
            figures[Cell("carried_in", column.Id)] = carriedIn;
            figures[Cell("concluded", column.Id)] = concluded;
            figures[Cell("carried_out", column.Id)] = carriedOut;
        }

        foreach (var row in table.Rows)
            figures[Cell(row.Id, "total")] = kinds.Sum(column => figures[Cell(row.Id, column.Id)]);
    }

    private static void MakeDisputes(FormTable table, SplitMix random, int size, Dictionary<CellName, decimal> figures)
    {
        foreach (var row in table.Rows)
        {
            var total = 0m;
            foreach (var outcome in Outcomes)
                total += figures[new CellName(table.Id, row.Id, outcome)] = size > 0 && random.OneIn(5) ? random.Between(1, 1 + size / 2) : 0;
            figures[new CellName(table.Id, row.Id, "total")] = total;
        }
    }

    private static void MakeStatistics(FormEdition edition, FormTable table, SplitMix random, int size, Dictionary<CellName, decimal> figures)
    {
        CellName Cell(string alias) => new(table.Id, table.Rows.First(row => row.Alias == alias).Id, "value");
        foreach (var row in table.Rows)
            figures[new CellName(table.Id, row.Id, "value")] = row.Unit switch
            {
                "条" or "篇" => random.Between(0, random.OneIn(3) ? 300 * size : 40),
                "万元" => random.OneIn(2) ? 0 : random.Between(1, 30) + random.Pick<decimal>([0, 0.5m, 0.36m]),
                "个" => random.Between(1, 1 + size),
                "件" when row.Parent is "reviews" or "lawsuits" => random.OneIn(5) ? random.Between(1, size) : 0,
                _ => random.OneIn(3) ? 0 : random.Between(0, 4 * size),
            };

        figures[Cell("training.people")] = figures[Cell("training.courses")] * random.Between(12, 40);
        figures[Cell("channels.website")] += 60 * size;
        figures[Cell("proactive.disclosed")] = figures[Cell("channels.website")] + random.Between(0, 30 * size);
        figures[Cell("proactive.normative_disclosed")] = random.Between(0, 6 * size);
        figures[Cell("proactive.normative_made")] = figures[Cell("proactive.normative_disclosed")] + random.Below(2);
        foreach (var whole in new[] { "responses.press_conferences", "responses.interviews" })
            figures[Cell(whole + "_led")] = random.Below(1 + (int)figures[Cell(whole)]);

        // Every request received was answered within the year, a few of them after an extension.
        string[] channels = ["requests.in_person", "requests.fax", "requests.online", "requests.letter"];
        var received = (int)channels.Sum(channel => figures[Cell(channel)]);
        figures[Cell("requests.extended")] = random.Below(1 + received / 4);
        figures[Cell("requests.in_time")] = received - figures[Cell("requests.extended")];
        var answers = table.Rows.Where(row => row.Parent == "requests.answered").Select(row => row.Alias).ToList();
        var reasons = table.Rows.Where(row => row.Parent == "answers.refused").Select(row => row.Alias).ToList();
        foreach (var answer in answers.Concat(reasons))
            figures[Cell(answer)] = 0;
        for (var request = 0; request < received; request++)
        {
            var answer = random.OneIn(2) ? "answers.granted" : random.Pick(answers);
            figures[Cell(answer == "answers.refused" ? random.Pick(reasons) : answer)]++;
        }

        // Parts that are wholes themselves (不同意公开答复数) come before what they are part of.
        foreach (var relation in edition.Relations.Reverse())
            figures[new CellName(table.Id, relation.Left[0], "value")] =
                relation.Right.Sum(part => figures[new CellName(table.Id, part, "value")]);
    }
}
