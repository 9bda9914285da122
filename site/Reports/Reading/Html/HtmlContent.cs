using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DisclosureArchive.Reports.Reading.Html;

/// <summary>
/// Finds the report on a page. Evidence is what only a report has: lines that begin like its sections, and cells that hold a
/// figure beside another cell. The content is the smallest element with (nearly) all evidence of the page and most of its sentences and of its text that is no link. Elements
/// named like navigation, or made of links, are left out wherever they stand, unless evidence or prose is in them.
/// </summary>
internal sealed partial class HtmlContent
{
    private const int MostTextAbove = 20_000;
    private const double MostOfText = 0.75;
    private const double MostOfSentences = 0.9;

    // What a counter or a footer may hold; the smallest of a report's tables is more.
    private const double MostOfFigures = 0.98;
    private const int TitleLength = 80;

    // What is one line or one figure holds few elements; the text of more is not looked at again, whatever their nesting.
    private const int MostInLine = 64;
    private const int ProseSentences = 3;

    private readonly Dictionary<IElement, Weight> _weights = [];
    private readonly HashSet<IElement> _chrome = [];
    private readonly StringBuilder _above = new();

    public HtmlContent(IHtmlDocument page)
    {
        var body = page.Body ?? page.DocumentElement;
        Weigh(body);
        Root = Narrow(body);
        Title = FindTitle(body);
    }

    /// <summary>The element that holds the report.</summary>
    public IElement Root { get; private set; }

    /// <summary>The page's title line where it stands outside of <see cref="Root"/>.</summary>
    public IElement? Title { get; }

    /// <summary>The text that a reader sees above the report's first section, navigation included.</summary>
    public string Above => _above.ToString();

    public bool IsChrome(IElement element) => _chrome.Contains(element);

    public static bool IsChromeLine(string line) => line.Length < TitleLength * 2 && ChromeLine().IsMatch(line);

    private void Weigh(IElement body)
    {
        var open = new Stack<Weight>([_weights[body] = new Weight()]);
        var links = 0;
        var articles = 0;
        var isAbove = true;
        HtmlWalk.Walk(body, Enter, Leave);

        bool Enter(INode node)
        {
            switch (node)
            {
                case IText text:
                    open.Peek().Add(text.Data, links > 0);
                    isAbove &= open.Peek().Sections == 0;
                    if (isAbove && _above.Length < MostTextAbove)
                        _above.Append(text.Data);
                    return false;
                case IElement element when !element.IsUnseen():
                    links += element.LocalName == "a" ? 1 : 0;
                    articles += IsArticle(element) ? 1 : 0;
                    open.Push(_weights[element] = new Weight());
                    return true;
                default:
                    return false;
            }
        }

        void Leave(INode node)
        {
            var element = (IElement)node;
            var weight = open.Pop();
            articles -= IsArticle(element) ? 1 : 0;
            if (element.LocalName == "a")
            {
                links--;
                weight.Links++;
            }

            open.Peek().Elements += weight.Elements + 1;
            if (element.LocalName is "td" or "th" && weight.Figures == 0 && weight is { Text: <= 12, Elements: <= MostInLine }
                && element.ParentElement?.ChildElementCount > 1 && Figure().IsMatch(element.TextContent))
                weight.Figures = 1;
            if (!weight.HasEvidence && weight.Sentences < ProseSentences && (IsNamedChrome(element, articles > 0) || weight.IsMadeOfLinks && element.IsBlock() && element.LocalName is not ("td" or "th" or "tr")))
                _chrome.Add(element);
            else
                open.Peek().Add(weight);
        }
    }

    private IElement Narrow(IElement from)
    {
        var at = from;
        while (Heaviest(at) is { } child)
            at = child;
        // A row can't be read without its table.
        while (at.LocalName is "tr" or "tbody" or "thead" or "tfoot" && at.ParentElement is { } parent)
            at = parent;
        return at;
    }

    private IElement? Heaviest(IElement parent)
    {
        var whole = _weights[parent];
        foreach (var child in parent.Children)
        {
            if (CanHoldPage(child) && _weights.TryGetValue(child, out var part) && !_chrome.Contains(child)
                && part.Figures >= whole.Figures * MostOfFigures && part.Sections == whole.Sections
                && part.Text > whole.Text * MostOfText && part.Sentences >= whole.Sentences * MostOfSentences)
                return child;
        }

        return null;
    }

    private static bool CanHoldPage(IElement element) => element.HeadingLevel() == 0
        && element.LocalName is not ("p" or "ul" or "ol" or "li" or "dl" or "pre" or "blockquote" or "a" or "b" or "strong" or "caption" or "th");

    private IElement? FindTitle(IElement body)
    {
        var lines = new List<IElement>();
        HtmlWalk.Walk(body, Enter, _ => { });
        return lines.Find(element => element.HeadingLevel() > 0) ?? lines.Find(element => NameWords(element).Contains("title"));

        bool Enter(INode node)
        {
            if (node is not IElement element || element == Root || !_weights.TryGetValue(element, out var line))
                return false;
            if (line is { Text: > 0 and <= TitleLength, Elements: <= MostInLine } && IsTitle(element))
                lines.Add(element);
            return true;
        }
    }

    private bool IsTitle(IElement element) =>
        (element.HeadingLevel() > 0 || element.ClassName is not null || element.Id is not null)
        && element.TextContent is var text && text.Contains("公开", StringComparison.Ordinal) && ReportWord().IsMatch(text);

    private static bool IsArticle(IElement element) => element.LocalName is "article" or "main" or "section";

    private static bool IsNamedChrome(IElement element, bool isInArticle) => element.LocalName switch
    {
        "nav" or "footer" or "aside" => true,
        "header" => !isInArticle,
        "body" or "html" or "main" or "article" or "td" or "th" or "tr" or "tbody" or "table" => false,
        _ => NameWords(element).Any(word => word is "nav" or "navbar" or "navigation" or "menu" or "submenu" or "breadcrumb" or "breadcrumbs" or "crumb" or "crumbs"
            or "footer" or "foot" or "sidebar" or "share" or "bdshare" or "toolbar" or "tools" or "print" or "fontsize" or "qrcode" or "ewm"
            or "related" or "relate" or "xgxx" or "xgyd" or "pagination" or "copyright" or "search" or "login" or "banner"),
    };

    private static IEnumerable<string> NameWords(IElement element) =>
        element.ClassName is null && element.Id is null ? [] : NameWord().Matches($"{element.ClassName} {element.Id}").Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"^\s*[-+减增]?[\d０-９][\d０-９.,，]*\s*(?:万元|元|件|条|%)?\s*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex("报告|年报", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ReportWord();

    [GeneratedRegex(
        @"^(?:(?:您|你)?(?:现在|当前)?(?:的)?(?:所在)?位置\s*[：:>]|当前位置|首页\s*(?:>|»|&gt;|/|›|-)|上一[篇条页]|下一[篇条页]|分享(?:到|至|：|:)|扫一扫|字\s*[体号]\s*[：:【\[]|(?:浏览|访问|点击|阅读)(?:次数|量|数)?\s*[：:]|相关(?:链接|文章|阅读|信息)\s*[：:]?\s*\d*$|(?:主办|承办)单位\s*[：:].*(?:备案|ICP)|版权所有|技术支持\s*[：:]|网站标识码|备案号|.{0,4}ICP备|.{0,4}公网安备|[【\[（(]?\s*(?:打印|关闭|收藏|返回顶部|我要纠错))",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ChromeLine();

    /// <summary>What counts for an element being the report.</summary>
    private sealed partial class Weight
    {
        private int _linkText;

        /// <summary>Characters that are no link.</summary>
        public int Text { get; private set; }

        /// <summary>Sentences among that text.</summary>
        public int Sentences { get; private set; }

        /// <summary>Cells that hold a figure.</summary>
        public int Figures { get; set; }

        /// <summary>A bit for each section whose heading was seen.</summary>
        public int Sections { get; private set; }

        public int Links { get; set; }

        /// <summary>Elements in it, those left out included.</summary>
        public int Elements { get; set; }

        public bool HasEvidence => Figures > 0 || Sections != 0;

        public bool IsMadeOfLinks => Links >= 3 && _linkText > 3 * Text;

        public void Add(string text, bool isLink)
        {
            var length = text.AsSpan().Trim().Length;
            if (isLink)
                _linkText += length;
            else
            {
                Text += length;
                Sentences += text.Count(c => c == '。');
                Sections |= SectionOf(text);
            }
        }

        public void Add(Weight inner)
        {
            Text += inner.Text;
            Sentences += inner.Sentences;
            _linkText += inner._linkText;
            Figures += inner.Figures;
            Sections |= inner.Sections;
            Links += inner.Links;
        }

        private static int SectionOf(string text)
        {
            var match = SectionStart().Match(text);
            for (var group = 1; match.Success && group < match.Groups.Count; group++)
            {
                if (match.Groups[group].Success)
                    return 1 << group;
            }

            return 0;
        }

        // What a menu may say too counts only with a section's number before it.
        private const string Number = @"[（(]?[一二三四五六七八九][)）]?\s*[、.．,，]?\s*";

        [GeneratedRegex(
            $@"^\s*(?:(?:{Number})?(?:(总体情况)|(主动公开政府信息的?情况)|(收到和处理)|((?:因)?政府信息公开.{{0,12}}行政复议)|(其他需要报告))"
                + $"|{Number}(?:(概述|概况|基本情况)|(主动公开)|(依申请公开)|(存在的?(?:主要|突出)?(?:问题|不足))))",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
        private static partial Regex SectionStart();
    }
}
