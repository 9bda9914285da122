using System.Globalization;
using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>
/// <c>data/dates.ics</c>: by when annual reports have to be published (<see cref="Deadline"/>), as iCalendar (RFC 5545), for every year that the archive
/// has reports of and for the next one. The dates are the law's: the same events, with the same ids, in every archive.
/// </summary>
public static class Calendar
{
    private const int LongestLine = 75;

    private static Words Words => Words.Chinese;

    /// <returns>Null if the archive has no report whose year is known.</returns>
    public static OutputFile? Of(ReportArchive archive)
    {
        var years = archive.Reports.Select(report => report.Year).OfType<int>().ToHashSet();
        if (years.Count == 0)
            return null;
        years.Add(years.Max() + 1);
        return new OutputFile(Routes.Dates, () => Encoding.UTF8.GetBytes(Text(archive.Settings, years.Order().SelectMany(StatutoryDate.Of))));
    }

    private static string Text(ArchiveSettings settings, IEnumerable<StatutoryDate> dates)
    {
        var text = new StringBuilder();
        void Line(string name, string value)
        {
            var column = 0;
            foreach (var rune in $"{name}:{value}".EnumerateRunes())
            {
                if (column + rune.Utf8SequenceLength > LongestLine)
                {
                    text.Append("\r\n ");
                    column = 1;
                }

                text.Append(rune.ToString());
                column += rune.Utf8SequenceLength;
            }

            text.Append("\r\n");
        }

        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//DisclosureArchive//DisclosureArchive//ZH");
        Line("CALSCALE", "GREGORIAN");
        Line("NAME", Escaped(Words["dates.title", settings.Title]));
        Line("X-WR-CALNAME", Escaped(Words["dates.title", settings.Title]));
        foreach (var date in dates)
        {
            var kind = date.Rank?.ToString() ?? "All";
            Line("BEGIN", "VEVENT");
            Line("UID", $"{date.ReportYear}-{kind.ToLowerInvariant()}.annual-report.disclosure-archive");
            // The day since which the law has said so, and not that of the build: this is when the event became what it is.
            Line("DTSTAMP", $"{Day(date.InForce)}T000000Z");
            Line("DTSTART;VALUE=DATE", Day(date.Due));
            Line("DTEND;VALUE=DATE", Day(date.Due.AddDays(1)));
            Line("SUMMARY", Escaped(Words[$"dates.{kind}", date.ReportYear]));
            Line("DESCRIPTION", Escaped(date.ReportYear < Deadline.FirstYearOf2019 ? Words["dates.law.2008"] : Words["dates.law.2019"]));
            Line("TRANSP", "TRANSPARENT");
            Line("END", "VEVENT");
        }

        Line("END", "VCALENDAR");
        return text.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
            if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (c == '\n')
                escaped.Append("\\n");
            else if (!char.IsControl(c))
                escaped.Append(c);
        return escaped.ToString();
    }
}
