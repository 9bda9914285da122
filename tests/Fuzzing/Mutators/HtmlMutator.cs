using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DisclosureArchive.Fuzzing.Seeds;
using DisclosureArchive.Fuzzing.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Mutators;

/// <summary>Removes, repeats, exchanges, moves, wraps, unwraps, renames and inserts elements of a page, and sets their attributes.</summary>
internal sealed class HtmlMutator : Mutator
{
    private const string InTables = "table, tr, td, th, tbody, thead, td *, th *";

    private static readonly string[] Wrappers =
        ["div", "span", "p", "b", "table", "td", "tr", "sup", "del", "pre", "ul", "li", "h2", "a", "form", "blockquote", "section", "script", "textarea", "select", "button", "caption", "center"];

    private static readonly (string Name, string[] Values)[] Attributes =
    [
        ("colspan", ["0", "1", "2", "3", "5", "7", "-1", "1000000", "x", ""]), ("rowspan", ["0", "1", "2", "3", "9", "65535", "-1", "x"]),
        ("style", ["display:none", "vertical-align:super", "white-space:pre", "color:red"]), ("class", ["footer", "nav", "title", "share"]), ("hidden", [""]), ("id", ["search", "menu"]), ("start", ["7"]),
    ];

    public override bool Fits(Seed seed) => seed.Format == DocumentFormat.Html;

    public override Mutation? Mutate(Seed seed, SplitMix random)
    {
        using var page = new HtmlParser().ParseDocument(TextCoding.Decode(seed.Source.Content));
        var elements = page.QuerySelectorAll(random.Below(5) > 0 ? InTables : "*").Where(element => element.ParentElement is not null).ToList();
        if (elements.Count == 0)
            return null;
        var element = random.Pick(elements);
        // To show what was hidden is to print other figures.
        if (element.QuerySelector("del, s, strike, script, style, [hidden], [style*=none], [style*=hidden], [style*=through], template, noscript, input") is not null || element.Matches("[hidden], [style], del, s, strike"))
            return null;
        var inner = element.ParentElement!.Closest("td, th");
        var before = inner?.TextContent ?? "";
        var name = $"{element.LocalName} “{Shown(element)}”";
        if (Change(element, page, random) is not { } change)
            return null;
        var allowed = inner is null ? change.Allowed : Allowances.Replaced(before, inner.TextContent);
        return Of(seed, $"{change.What}: {name}", TextCoding.Encode(page.ToHtml(), "utf-8"), allowed);
    }

    private static (string What, Allowance Allowed)? Change(IElement element, IDocument page, SplitMix random)
    {
        var parent = element.ParentElement!;
        var isCell = element.LocalName is "td" or "th";
        switch (random.Below(9))
        {
            case 0:
                element.Remove();
                return ("remove", Allowances.Nothing);
            case 1:
                element.After(element.Clone());
                return ("repeat", Allowances.Nothing);
            case 2 when element.NextElementSibling is { } next:
                next.After(element);
                return ($"exchange with “{Shown(next)}”", isCell ? FormWords.Exchange(element.TextContent, next.TextContent) : Allowances.Nothing);
            case 3:
                var wrapper = page.CreateElement(random.Pick(Wrappers));
                element.Before(wrapper);
                wrapper.AppendChild(element);
                return ($"wrap in {wrapper.LocalName}", Allowances.Nothing);
            case 4:
                element.Replace([.. element.ChildNodes]);
                return ("unwrap", Allowances.Nothing);
            case 5:
                var (name, values) = random.Pick(Attributes);
                var value = random.Pick(values);
                element.SetAttribute(name, value);
                return ($"{name}=“{value}”", Allowances.Nothing);
            case 6:
                var renamed = page.CreateElement(random.Pick(Wrappers));
                renamed.Append([.. element.ChildNodes]);
                element.Replace(renamed);
                return ($"rename to {renamed.LocalName}", Allowances.Nothing);
            case 7:
                var places = page.QuerySelectorAll(element.LocalName).Where(other => !element.Contains(other)).ToList();
                if (places.Count == 0)
                    return null;
                var place = random.Pick(places);
                place.Before(element);
                return ($"move before “{Shown(place)}”", isCell ? Allowances.Either(Allowances.OfItsRow, Allowances.Placed(element.TextContent)) : Allowances.Nothing);
            default:
                var added = page.CreateElement(isCell ? element.LocalName : random.Pick(["td", "tr", "p", "table", "caption", "br", "hr", "sup"]));
                added.TextContent = random.Pick(Noises.Lines);
                element.Before(added);
                return ($"insert {added.LocalName} “{added.TextContent}” before", Allowances.Placed(added.TextContent));
        }
    }

    private static string Shown(IElement element)
    {
        var text = element.TextContent.Trim().ReplaceLineEndings("⏎");
        return text.Length <= 30 ? text : text[..30] + "…";
    }
}
