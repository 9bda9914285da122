using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Feeds;

/// <summary>What RFC 5545 demands of the calendar, and which dates it has.</summary>
public sealed partial class CalendarTests : IDisposable
{
    private readonly DatedArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void Lines_end_with_CRLF_and_none_is_longer_than_75_octets_or_parts_a_character()
    {
        var bytes = _archive.Build($"title: {new string('长', 200)}\n")["data/dates.ics"];
        var text = Encoding.UTF8.GetString(bytes);
        text.ShouldEndWith("\r\n");
        text.Replace("\r\n", "").ShouldNotContain("\n");
        text.ShouldNotContain('\uFFFD');
        var lines = text.Split("\r\n")[..^1];
        lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75 && line.Length > 1);
        lines.Count(line => line[0] == ' ').ShouldBeGreaterThan(10);
        Unfolded(text).ShouldContain($"X-WR-CALNAME:{new string('长', 200)}：法定日期");
    }

    [Fact]
    public void Each_event_has_what_the_RFC_demands_and_an_id_of_its_own()
    {
        var lines = Unfolded(Encoding.UTF8.GetString(_archive.Build()["data/dates.ics"]));
        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines[1].ShouldBe("VERSION:2.0");
        lines[2].ShouldStartWith("PRODID:");
        lines[^1].ShouldBe("END:VCALENDAR");
        lines.ShouldAllBe(line => Line().IsMatch(line));
        var events = Events(lines);
        events.Count.ShouldBeGreaterThan(3);
        foreach (var found in events)
        {
            foreach (var name in (string[])["UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"])
                found.ShouldContainKey(name);
            Stamp().IsMatch(found["DTSTAMP"]).ShouldBeTrue();
        }

        events.Select(found => found["UID"]).ShouldBeUnique();
    }

    [Fact]
    public void The_dates_are_those_of_the_law_for_the_years_of_the_archive_and_the_next()
    {
        _archive.Folder.Write("in/a/2017.txt", "agency: 示例县民政局\nyear: 2017\n");
        Events(Unfolded(Encoding.UTF8.GetString(_archive.Build()["data/dates.ics"]))).Select(found => (found["UID"].Split('.')[0], found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"])).ShouldBe([
            ("2017-all", "20180331", "20180401"),
            ("2020-department", "20210131", "20210201"), ("2020-government", "20210331", "20210401"),
            ("2021-department", "20220131", "20220201"), ("2021-government", "20220331", "20220401"),
            ("2022-department", "20230131", "20230201"), ("2022-government", "20230331", "20230401"),
            ("2023-department", "20240131", "20240201"), ("2023-government", "20240331", "20240401")]);
    }

    [Fact]
    public void Ids_do_not_depend_on_the_archive()
    {
        var one = Events(Unfolded(Encoding.UTF8.GetString(_archive.Build()["data/dates.ics"])));
        var other = Events(Unfolded(Encoding.UTF8.GetString(_archive.Build("title: 另一个档案\nbase_url: https://example.org\n")["data/dates.ics"])));
        other.Select(found => string.Join(';', found.Values)).ShouldBe(one.Select(found => string.Join(';', found.Values)));
    }

    private static string[] Unfolded(string text) => text.Replace("\r\n ", "").Split("\r\n")[..^1];

    private static List<Dictionary<string, string>> Events(string[] lines)
    {
        var events = new List<Dictionary<string, string>>();
        foreach (var line in lines.SkipWhile(line => line != "BEGIN:VEVENT").TakeWhile(line => line != "END:VCALENDAR"))
            if (line == "BEGIN:VEVENT")
                events.Add(new Dictionary<string, string>(StringComparer.Ordinal));
            else if (line != "END:VEVENT")
                events[^1].Add(line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
        return events;
    }

    [GeneratedRegex(@"^[A-Z-]+(;[A-Z-]+=[^:;]+)*:[^\p{Cc}]*$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^\d{8}T\d{6}Z$")]
    private static partial Regex Stamp();
}
