using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;

namespace DisclosureArchive.Reports.Reading.Markdown;

/// <summary>The text of Markdown's inlines as a reader sees it: no emphasis marks, link targets, pictures or tags; struck text left out.</summary>
internal static partial class MarkdownText
{
    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        var raised = false;
        if (inlines is not null)
            Append(inlines, text, ref raised);
        return VisibleText.Clean(FootnoteMark().Replace(text.ToString(), match => Superscript.Of(match.Groups[1].Value)));
    }

    // The parser limits how deep inlines nest.
    private static void Append(ContainerInline inlines, StringBuilder text, ref bool raised)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(raised ? Superscript.Of(literal.Content.ToString()) : literal.Content.ToString());
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.ToString());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlInline tag:
                    if (LineBreak().IsMatch(tag.Tag))
                        text.Append('\n');
                    else if (RaisedTag().Match(tag.Tag) is { Success: true } match)
                        raised = match.Groups[1].Length == 0;
                    break;
                case LinkInline { IsImage: true } or EmphasisInline { DelimiterChar: '~' }:
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    Append(delimiter, text, ref raised);
                    break;
                case ContainerInline container:
                    Append(container, text, ref raised);
                    break;
            }
        }
    }

    [GeneratedRegex(@"^<br\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"^<(/?)sup\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex RaisedTag();

    [GeneratedRegex(@"\[\^(\d+)\]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteMark();
}
