using DisclosureArchive.Fuzzing.Seeds;
using DisclosureArchive.Fuzzing.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Mutators;

/// <summary>Drops, repeats, exchanges, empties and inserts cells of rows that stand on a line.</summary>
internal sealed class LineCellMutator : Mutator
{
    private const int MostTries = 30;
    private const int FewestCells = 3;

    private static readonly string[] Separators = ["\t", "|", "│", "  "];

    public override bool Fits(Seed seed) => seed.Format is DocumentFormat.PlainText or DocumentFormat.Markdown;

    public override Mutation? Mutate(Seed seed, SplitMix random)
    {
        var lines = TextCoding.Decode(seed.Source.Content).Split('\n');
        for (var tries = 0; tries < MostTries; tries++)
        {
            var at = random.Below(lines.Length);
            if (Array.Find(Separators, separator => lines[at].Split(separator).Length >= FewestCells) is not { } separator)
                continue;
            var cells = lines[at].Split(separator).ToList();
            var cell = random.Below(cells.Count);
            var (what, allowed) = Change(cells, cell, random);
            lines[at] = string.Join(separator, cells);
            return Of(seed, $"{what}: line {at + 1}, piece {cell + 1}", TextCoding.Encode(string.Join('\n', lines), seed.Report.Source.Encoding), allowed);
        }

        return null;
    }

    private static (string What, Allowance Allowed) Change(List<string> cells, int at, SplitMix random)
    {
        var text = cells[at];
        switch (random.Below(8))
        {
            case 0:
                cells.RemoveAt(at);
                return ($"drop “{text}”", Allowances.Nothing);
            case 1:
                cells.Insert(at, text);
                return ($"repeat “{text}”", Allowances.Nothing);
            case 2 when at + 1 < cells.Count:
                (cells[at], cells[at + 1]) = (cells[at + 1], cells[at]);
                return ($"exchange “{text}” with “{cells[at]}”", FormWords.Exchange(text, cells[at]));
            case 3:
                cells[at] = new string(' ', text.Length);
                return ($"empty “{text}”", Allowances.Nothing);
            case 4:
                cells.Insert(at, " ");
                return ("insert a blank", Allowances.Nothing);
            case 5:
                var mark = random.Pick(Noises.FootnoteMarks);
                cells[at] = text.Length > text.TrimEnd().Length ? text.TrimEnd() + mark + " " : text + mark;
                return ($"mark “{text}” with {mark}", Allowances.Nothing);
            case 6 when FormWords.IsFigure(text):
                var other = random.Pick(Noises.NoFigures);
                cells[at] = $" {other} ";
                return ($"“{other}” for “{text}”", Allowances.Nothing);
            default:
                var last = cells[^1];
                cells.RemoveAt(cells.Count - 1);
                return ($"drop the last, “{last}”", Allowances.Nothing);
        }
    }
}
