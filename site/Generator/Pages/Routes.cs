using System.Text;
using DisclosureArchive.Generator.Archive;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Where everything of the archive lies: paths relative to the output folder, with <c>/</c>, not percent-encoded.</summary>
public static class Routes
{
    public const string Home = "index.html";
    public const string Agencies = "agencies/index.html";
    public const string Years = "years/index.html";
    public const string Checks = "checks.html";
    public const string About = "about.html";
    public const string Data = "data.html";
    public const string NotFound = "404.html";
    public const string Stylesheet = "assets/site.css";

    public const string ReportsData = "data/reports.csv";
    public const string ChecksData = "data/checks.csv";
    public const string DiagnosticsData = "data/diagnostics.json";
    public const string DataPackage = "data/datapackage.json";

    public static string Agency(string key) => $"agencies/{key}/index.html";

    public static string Report(ReportEntry report) => ReportPaths.Page(report);

    public static string ReportData(ReportEntry report) => ReportPaths.Json(report);

    /// <summary>Where a report's source file is published.</summary>
    public static string Source(ReportEntry report) => ReportPaths.Source(report);

    public static string Year(int year) => $"years/{year}.html";

    public static string FiguresData(int year) => $"data/figures/{year}.csv";

    /// <summary>The link from one page to another file, relative and percent-encoded, with an anchor if one is given.</summary>
    public static string Link(string from, string to, string? anchor = null)
    {
        var link = new StringBuilder(Root(from));
        var first = true;
        foreach (var segment in to.Split('/'))
        {
            if (!first)
                link.Append('/');
            link.Append(Uri.EscapeDataString(segment));
            first = false;
        }

        return anchor is null ? link.ToString() : link.Append(Anchor(anchor)).ToString();
    }

    /// <summary>The link to an anchor of the same page.</summary>
    public static string Anchor(string id) => "#" + Uri.EscapeDataString(id);

    /// <summary>The way from a page up to the output folder: empty or <c>../</c> as often as needed.</summary>
    private static string Root(string from) => string.Concat(Enumerable.Repeat("../", from.Count(c => c == '/')));
}
