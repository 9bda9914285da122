using DisclosureArchive.Fuzzing.Seeds;
using DisclosureArchive.Fuzzing.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Mutators;

/// <summary>Deletes, repeats, exchanges, moves, joins and splits lines of plain text and Markdown.</summary>
internal sealed class LineMutator : Mutator
{
    private const int MostLines = 6;
    private const int FarthestMove = 12;

    public override bool Fits(Seed seed) => seed.Format is DocumentFormat.PlainText or DocumentFormat.Markdown;

    public override Mutation? Mutate(Seed seed, SplitMix random)
    {
        var text = TextCoding.Decode(seed.Source.Content);
        var lines = text.Split('\n').ToList();
        var at = Place(lines, seed, random);
        var line = lines[at];
        string what;
        Allowance allowed;
        switch (random.Below(9))
        {
            case 0:
                lines.RemoveAt(at);
                (what, allowed) = ("delete", Allowances.Nothing);
                break;
            case 1:
                var count = Math.Min(random.Between(2, MostLines), lines.Count - at);
                lines.RemoveRange(at, count);

                // Where a cell has a line of its own, the end of one row may be joined to the beginning of another, at the same column.
                (what, allowed) = ($"delete {count} lines from", Allowances.OfItsColumn);
                break;
            case 2:
                lines.Insert(at, line);
                (what, allowed) = ("repeat", Allowances.Nothing);
                break;
            case 3 when at + 1 < lines.Count:
                (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]);
                (what, allowed) = ("exchange with the next", FormWords.Exchange(lines[at], lines[at + 1]));
                break;
            case 4:
                var to = Math.Clamp(at + random.Between(-FarthestMove, FarthestMove), 0, lines.Count - 1);
                var isCell = FormWords.IsFigure(line) || FormWords.IsColumn(line);
                lines.RemoveAt(at);
                lines.Insert(to, line);
                (what, allowed) = ($"move to {to + 1}", isCell ? Allowances.Either(Allowances.OfItsRow, Allowances.Placed(FormWords.WithoutBars(line))) : Allowances.Nothing);
                break;
            case 5 when at + 1 < lines.Count:
                lines[at] += lines[at + 1];
                lines.RemoveAt(at + 1);
                return Edited("join with the next");
            case 6 when line.Length > 0:
                var cut = random.Below(line.Length + 1);
                lines[at] = $"{line[..cut]}\n{line[cut..]}";
                return Edited($"split before character {cut + 1}");
            default:
                var noise = random.Pick(Noises.Lines);
                lines.Insert(at, noise);
                (what, allowed) = ($"insert “{noise}” before", FormWords.IsFigure(noise) ? Allowances.Placed(noise) : Allowances.Nothing);
                break;
        }

        return Of(seed, $"{what}: line {at + 1} “{line}”", Encoded(), allowed);

        Mutation Edited(string done) => Of(seed, $"{done}: line {at + 1} “{line}”", Encoded(), Allowances.PrintedAt(new TextEdit(text, string.Join('\n', lines))));

        byte[] Encoded() => TextCoding.Encode(string.Join('\n', lines), seed.Report.Source.Encoding);
    }

    /// <summary>A line, mostly one that holds figures or one beside it.</summary>
    private static int Place(List<string> lines, Seed seed, SplitMix random)
    {
        var figures = seed.Report.Figures.Select(figure => figure.Location.Line).Where(number => number > 0).ToList();
        return figures.Count == 0 || random.OneIn(4) ? random.Below(lines.Count) : Math.Clamp(random.Pick(figures) - 1 + random.Between(-3, 1), 0, lines.Count - 1);
    }
}
