using System.Xml.Linq;
using DisclosureArchive.Fuzzing.Seeds;
using DisclosureArchive.Fuzzing.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Mutators;

/// <summary>Removes, repeats, exchanges, moves, wraps, unwraps, renames and inserts elements in the main part of a Word file, and sets their attributes.</summary>
internal sealed class WordMutator : Mutator
{
    private const string MainPart = "word/document.xml";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly string[] Names = ["tc", "tr", "p", "tbl", "r", "sdt", "sdtContent", "ins", "hyperlink", "txbxContent", "smartTag"];

    /// <summary>What hides text: to take it away would print other figures.</summary>
    private static readonly HashSet<string> Hiding = ["del", "moveFrom", "vanish", "strike", "dstrike", "delText", "instrText", "fldChar", "showingPlcHdr", "cellDel", "hMerge", "cellMerge"];

    public override bool Fits(Seed seed) => seed.Format == DocumentFormat.Docx;

    public override Mutation? Mutate(Seed seed, SplitMix random)
    {
        if (ZipParts.Read(seed.Source.Content, MainPart) is not { } text)
            return null;
        var document = XDocument.Parse(text, LoadOptions.PreserveWhitespace);
        var elements = document.Descendants().Where(element => element.Parent is not null && (random.OneIn(4) || element.Ancestors(W + "tbl").Any() || element.Name == W + "tbl")).ToList();
        if (elements.Count == 0)
            return null;
        var element = random.Pick(elements);
        if (element.DescendantsAndSelf().Any(inner => Hiding.Contains(inner.Name.LocalName)) || element.Ancestors().Any(outer => Hiding.Contains(outer.Name.LocalName)))
            return null;
        var cell = element.Parent!.AncestorsAndSelf(W + "tc").FirstOrDefault();
        var before = cell?.Value ?? "";
        var name = $"{element.Name.LocalName} “{Shown(element)}”";
        if (Change(element, document, random) is not { } change)
            return null;
        var allowed = cell is null ? change.Allowed : Allowances.Replaced(before, cell.Value);
        return Of(seed, $"{change.What}: {name}", ZipParts.Replace(seed.Source.Content, MainPart, document.ToString(SaveOptions.DisableFormatting)), allowed);
    }

    private static (string What, Allowance Allowed)? Change(XElement element, XDocument document, SplitMix random)
    {
        var isCell = element.Name == W + "tc";
        switch (random.Below(9))
        {
            case 0:
                element.Remove();
                return ("remove", Allowances.Nothing);
            case 1:
                element.AddAfterSelf(new XElement(element));
                return ("repeat", Allowances.Nothing);
            case 2 when element.ElementsAfterSelf().FirstOrDefault() is { } next:
                element.Remove();
                next.AddAfterSelf(element);
                return ($"exchange with “{Shown(next)}”", isCell ? FormWords.Exchange(element.Value, next.Value) : Allowances.Nothing);
            case 3:
                var wrapper = W + random.Pick(Names);
                element.ReplaceWith(new XElement(wrapper, element));
                return ($"wrap in {wrapper.LocalName}", Allowances.Nothing);
            case 4:
                element.ReplaceWith(element.Nodes());
                return ("unwrap", Allowances.Nothing);
            case 5:
                var cells = document.Descendants(W + "tc").ToList();
                var properties = isCell || cells.Count == 0 ? element : random.Pick(cells);
                var (name, value) = random.Pick([("gridSpan", "0"), ("gridSpan", "1"), ("gridSpan", "2"), ("gridSpan", "4"), ("gridSpan", "-1"), ("gridSpan", "1000000"), ("gridSpan", "x"),
                    ("vMerge", "restart"), ("vMerge", "continue"), ("vMerge", "")]);
                if (properties.Element(W + "tcPr") is not { } own)
                    properties.AddFirst(own = new XElement(W + "tcPr"));
                own.SetElementValue(W + name, "");
                own.Element(W + name)!.SetAttributeValue(W + "val", value);
                return ($"{name}=“{value}” of “{Shown(properties)}”", Allowances.Nothing);
            case 6:
                var changed = W + random.Pick(Names);
                element.Name = changed;
                return ($"rename to {changed.LocalName}", Allowances.Nothing);
            case 7:
                var places = document.Descendants(element.Name).Where(other => !other.AncestorsAndSelf().Contains(element)).ToList();
                if (places.Count == 0)
                    return null;
                var place = random.Pick(places);
                element.Remove();
                place.AddBeforeSelf(element);
                return ($"move before “{Shown(place)}”", isCell ? Allowances.Either(Allowances.OfItsRow, Allowances.Placed(element.Value)) : Allowances.Nothing);
            default:
                var text = random.Pick(Noises.Lines);
                var paragraph = new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", text)));
                var added = element.Name.LocalName switch
                {
                    "tc" => new XElement(W + "tc", paragraph),
                    "tr" => new XElement(W + "tr", new XElement(W + "tc", paragraph)),
                    _ => paragraph,
                };
                element.AddBeforeSelf(added);
                return ($"insert {added.Name.LocalName} “{text}” before", Allowances.Placed(text));
        }
    }

    private static string Shown(XElement element)
    {
        var text = element.Value.Trim().ReplaceLineEndings("⏎");
        return text.Length <= 30 ? text : text[..30] + "…";
    }
}
