using DisclosureArchive.Fuzzing.Seeds;
using DisclosureArchive.Fuzzing.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Mutators;

/// <summary>Changes characters of a text file, or of the main part of a Word file.</summary>
internal sealed class CharacterMutator : Mutator
{
    private const string MainPart = "word/document.xml";
    private const int LongestRun = 30;

    /// <summary>In HTML a quotation mark or an open angle can swallow all up to the next, however far, which joins rows as a long cut does.</summary>
    private const string Swallowing = "<\"'`";

    /// <summary>What hides figures: where it changes they may show.</summary>
    private static readonly string[] Hiding = ["display", "hidden", "visibility", "line-through", "<del", "<s>", "<strike", "<!--", "~~", "<script", "<style", "<template", "w:del", "w:vanish", "w:strike", "w:instrText"];

    public override bool Fits(Seed seed) => seed.IsText || seed.Format == DocumentFormat.Docx;

    public override Mutation? Mutate(Seed seed, SplitMix random)
    {
        var text = seed.IsText ? TextCoding.Decode(seed.Source.Content) : ZipParts.Read(seed.Source.Content, MainPart);
        if (text is null or "")
            return null;
        var at = Place(text, seed, random);
        var (changed, what) = Change(text, at, random);
        if (changed == text)
            return null;
        what = $"{what} at character {at}, line {text.AsSpan(0, at).Count('\n') + 1}";
        return seed.IsText
            ? Of(seed, what, TextCoding.Encode(changed, seed.Report.Source.Encoding), AllowanceOf(seed, text, changed))
            : Of(seed, what, ZipParts.Replace(seed.Source.Content, MainPart, changed), Array.Exists(Hiding, text.Contains) ? Allowances.Anything : Allowances.PrintedAt(new TextEdit(text, changed)));
    }

    /// <summary>What an edit of a text file allows.</summary>
    public static Allowance AllowanceOf(Seed seed, string before, string after)
    {
        var edit = new TextEdit(before, after);
        if (edit.IsOverLines)
            return Allowances.Anything;
        var isMarkup = seed.Format == DocumentFormat.Html || before.Contains("<table", StringComparison.OrdinalIgnoreCase);
        return isMarkup && ((edit.Removed + edit.Inserted).AsSpan().IndexOfAny(Swallowing) >= 0 || Array.Exists(Hiding, edit.LineBefore.Contains))
            ? Allowances.Anything
            : Allowances.PrintedAt(edit);
    }

    /// <summary>A place in the text, mostly in a line that holds figures or beside one.</summary>
    private static int Place(string text, Seed seed, SplitMix random)
    {
        if (seed.IsText && random.Below(3) > 0)
        {
            var lines = seed.Report.Figures.Select(figure => figure.Location.Line).Where(line => line > 0).ToList();
            if (lines.Count > 0)
            {
                var line = random.Pick(lines) - random.Below(3);
                var start = 0;
                for (var number = 1; number < line && start >= 0; number++)
                    start = text.IndexOf('\n', start) + 1;
                var end = text.IndexOf('\n', start);
                return Math.Min(text.Length - 1, random.Between(start, end < start ? text.Length - 1 : end));
            }
        }

        var tables = seed.IsText ? -1 : text.IndexOf("<w:tbl>", StringComparison.Ordinal);
        return tables > 0 && random.Below(4) > 0 ? random.Between(tables, text.Length - 1) : random.Below(text.Length);
    }

    private static (string Text, string What) Change(string text, int at, SplitMix random)
    {
        var rest = text.Length - at;
        switch (random.Below(8))
        {
            case 0 or 1:
                var noise = random.Pick(Noises.Characters);
                return (text.Insert(at, noise), $"insert “{Shown(noise)}”");
            case 2:
                return (text.Remove(at, 1), $"delete “{Shown(text[at..(at + 1)])}”");
            case 3:
                var length = Math.Min(random.Between(2, LongestRun), rest);
                return (text.Remove(at, length), $"delete “{Shown(text.Substring(at, length))}”");
            case 4:
                var other = random.Pick(Noises.Characters);
                return (text.Remove(at, 1).Insert(at, other), $"“{Shown(other)}” for “{Shown(text[at..(at + 1)])}”");
            case 5 when rest > 1:
                return ($"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}", $"transpose “{Shown(text.Substring(at, 2))}”");
            case 6:
                var run = text.Substring(at, Math.Min(random.Between(1, LongestRun), rest));
                return (text.Insert(at, run), $"repeat “{Shown(run)}”");
            default:
                var from = random.Below(text.Length);
                var piece = text.Substring(from, Math.Min(random.Between(1, LongestRun), text.Length - from));
                return (text.Insert(at, piece), $"copy “{Shown(piece)}”");
        }
    }

    private static string Shown(string text) => text.Replace("\n", "⏎", StringComparison.Ordinal).Replace("\t", "⇥", StringComparison.Ordinal);
}
