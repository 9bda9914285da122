using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Where everything of the archive lies: paths relative to the output folder, with <c>/</c>, not percent-encoded.</summary>
public static class Routes
{
    public const string Home = "index.html";
    public const string Agencies = "agencies/index.html";
    public const string Years = "years/index.html";
    public const string Compare = "compare.html";
    public const string Contribute = "contribute.html";
    public const string ChangeLog = "changes.html";
    public const string Checks = "checks.html";
    public const string Glossary = "glossary.html";
    public const string About = "about.html";
    public const string Data = "data.html";
    public const string Api = "data/api.html";
    public const string Dictionary = "data/dictionary.html";
    public const string Search = "search.html";
    public const string OpenSearch = "opensearch.xml";
    public const string NotFound = "404.html";
    public const string Stylesheet = "assets/site.css";
    public const string Forms = "assets/forms.js";
    public const string Definitions = "assets/definitions.js";
    public const string Documents = "assets/form-documents.js";
    public const string Icon = "assets/icon.svg";

    /// <summary>The pages that are written in English too; of the others a script exchanges the labels.</summary>
    public static readonly FrozenSet<string> InEnglish = [Home, Agencies, Compare, Contribute, Glossary, Search, Data, Api, Dictionary, About, ChangeLog];

    /// <summary>Whether a page is written in English too: those above, and what a theme adds by itself.</summary>
    public static bool IsInEnglish(string page) => InEnglish.Contains(page) || StandingPages.All.Any(found => found.Page.Path == page);

    /// <summary>Where the English page stands.</summary>
    public static string English(string page) => $"en/{page}";

    /// <summary>The page of a rule that figures are checked by.</summary>
    public static string Rule(CheckRule rule) => $"checks/{rule.Id}.html";

    /// <summary>The anchor on <see cref="Glossary"/> of a row, a column or a heading of a form, in whatever edition: table and id.</summary>
    public static string Term(FormTable table, FormLabel label) => label is FormRow { Alias.Length: > 0 } row ? SheetTerm(row.Alias) : $"{table.Id}.{label.Id}";

    /// <summary>The anchor on <see cref="Glossary"/> of a row of the statistics sheet, which its short id names.</summary>
    public static string SheetTerm(string alias) => $"statistics_2008.{alias}";

    /// <summary>The anchor on <see cref="About"/> of how the editions of the form correspond.</summary>
    public const string Crosswalk = "crosswalk";

    /// <summary>The anchor on <see cref="About"/> of how figures are transcribed.</summary>
    public const string Transcribing = "transcribing";

    public const string ArchiveData = "data/index.json";
    public const string DiagnosticsData = "data/diagnostics.json";
    public const string FormsData = Generator.Data.FormsJson.Path;
    public const string Database = Generator.Data.Sqlite.ArchiveDatabase.Path;
    public const string DataPackage = "data/datapackage.json";

    /// <summary>A file of the theme that pages load.</summary>
    public static string Asset(string name) => $"assets/{name}";

    /// <summary>The dictionary that exchanges Chinese labels for English ones.</summary>
    public const string EnglishScript = "assets/english.js";

    /// <summary>The words that scripts say in a language.</summary>
    public static string WordsScript(Words words) => Asset($"words-{words.Language}.js");

    /// <summary>Where everything of an agency lies.</summary>
    public static string AgencyFolder(string key) => $"agencies/{key}/";

    public static string Agency(string key) => AgencyFolder(key) + "index.html";

    /// <summary>Where everything of a region lies.</summary>
    public static string RegionFolder(string key) => $"regions/{key}/";

    /// <summary>The Atom feed in a folder, which is empty or ends with <c>/</c>.</summary>
    public static string Atom(string folder) => folder + "feed.xml";

    /// <summary>The JSON Feed in a folder.</summary>
    public static string JsonFeed(string folder) => folder + "feed.json";

    /// <summary>The Atom feed of what happened to the reports.</summary>
    public const string ChangeFeed = "changes.xml";

    /// <summary>The anchor on <see cref="ChangeLog"/> of a day.</summary>
    public static string Day(DateOnly day) => Numbers.Date(day);

    /// <summary>The calendar of the dates that the law sets.</summary>
    public const string Dates = "data/dates.ics";

    /// <summary>An agency's data.</summary>
    public static string AgencyData(string key) => $"agencies/{key}/{AgencyDataName}";

    /// <summary>What an agency's data is called in its folder, where everything else that ends so is a report's.</summary>
    public const string AgencyDataName = "index.json";

    /// <summary>An agency's figures, for <see cref="Compare"/>.</summary>
    public static string Figures(string key) => $"agencies/{key}/figures.js";

    /// <summary>The anchor of a region in the list of agencies.</summary>
    public static string Region(int index) => $"region.{index + 1}";

    public static string Report(ReportEntry report) => ReportPaths.Page(report);

    /// <summary>The page that compares its prose with that of the year before; there is one where <see cref="Repetition.Former"/> gives a report.</summary>
    public static string Changes(ReportEntry report) => ReportPaths.Changes(report);

    public static string ReportData(ReportEntry report) => ReportPaths.Json(report);

    /// <summary>Where a report's source file is published.</summary>
    public static string Source(ReportEntry report) => ReportPaths.Source(report);

    public static string Year(int year) => $"years/{year}.html";

    private static readonly SearchValues<char> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    /// <summary>The link from one page to another file, by the shortest way, percent-encoded, with an anchor if one is given.</summary>
    public static string Link(string from, string to, string? anchor = null)
    {
        // What both have in common, up to the end of a folder.
        var shared = 0;
        for (var i = 0; i < Math.Min(from.Length, to.Length) && from[i] == to[i]; i++)
            if (from[i] == '/')
                shared = i + 1;

        var link = new StringBuilder();
        link.Insert(0, "../", from.AsSpan(shared).Count('/'));
        link.Append(Encoded(to[shared..]));
        return anchor is null ? link.ToString() : link.Append(Anchor(anchor)).ToString();
    }

    /// <summary>A path as it stands in an address: each segment percent-encoded (RFC 3986).</summary>
    public static string Encoded(string path) =>
        path.AsSpan().ContainsAnyExcept(Unreserved) ? string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) : path;

    /// <summary>The link to an anchor of the same page. Chinese stays as it is: an archive has millions of these links, and browsers read both.</summary>
    public static string Anchor(string id)
    {
        var link = new StringBuilder("#", id.Length + 1);
        foreach (var c in id)
            if (!char.IsAscii(c) || char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/')
                link.Append(c);
            else
                link.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
        return link.ToString();
    }
}
