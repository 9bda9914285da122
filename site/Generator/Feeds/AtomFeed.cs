using System.Globalization;
using System.Text;
using System.Xml;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Feeds;

/// <summary><c>feed.xml</c> and <c>changes.xml</c>: feeds as Atom (RFC 4287).</summary>
public static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Layout = new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" };

    /// <summary>A feed of reports.</summary>
    public static OutputFile Of(ArchiveSettings settings, NewsFeed feed) => File(settings, Routes.Atom(feed.Folder), path => new AtomDocument(
        path, feed.Id, feed.Title, feed.Updated, feed.Page, feed.Anchor,
        [
            .. feed.Entries.Select(entry => new AtomEntry(entry.Id, EntryText.Title(entry), entry.Date, EntryText.Summary(entry), Routes.Report(entry.Report))
            {
                Author = EntryText.Author(entry),
                Data = Routes.ReportData(entry.Report),
                Year = entry.Report.Year,
            }),
        ]));

    /// <summary>The feed of what happened to the reports. What has no page any more leads to its day in the change log.</summary>
    public static OutputFile Of(ArchiveSettings settings, ChangeFeed feed) => File(settings, Routes.ChangeFeed, path => new AtomDocument(
        path, feed.Id, feed.Title, feed.Updated, Routes.ChangeLog, null,
        [
            .. feed.Entries.Select(entry => new AtomEntry(
                entry.Id, ChangeText.Title(entry.Change), entry.Change.Date, ChangeText.Summary(entry.Change), entry.Change.Page ?? Routes.ChangeLog)
            {
                Anchor = entry.Change.Page is null ? Routes.Day(entry.Change.Date) : null,
                Year = entry.Change.Year,
            }),
        ]));

    private static OutputFile File(ArchiveSettings settings, string path, Func<string, AtomDocument> document) => new(path, () =>
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Layout))
            Write(xml, settings, document(path));
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    });

    private static void Write(XmlWriter xml, ArchiveSettings settings, AtomDocument feed)
    {
        var addresses = new FeedAddresses(settings, feed.Path);
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, "zh-CN");
        Text(xml, "id", feed.Id);
        Text(xml, "title", feed.Title);
        if (settings.Description.Length > 0)
            Text(xml, "subtitle", settings.Description);
        Text(xml, "updated", EntryText.Time(feed.Updated));
        Person(xml, settings.Owner.Length > 0 ? settings.Owner : settings.Title);
        Link(xml, "self", "application/atom+xml", addresses.Of(feed.Path));
        Link(xml, "alternate", "text/html", addresses.Of(feed.Page, feed.Anchor));
        if (settings.Licence.Length > 0)
            Text(xml, "rights", settings.Licence);
        foreach (var entry in feed.Entries)
            Write(xml, entry, addresses);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, AtomEntry entry, FeedAddresses addresses)
    {
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", entry.Id);
        Text(xml, "title", entry.Title);
        Text(xml, "updated", EntryText.Time(entry.Updated));
        if (entry.Author is { } author)
            Person(xml, author);
        Link(xml, "alternate", "text/html", addresses.Of(entry.Page, entry.Anchor));
        if (entry.Data is { } data)
            Link(xml, "related", "application/json", addresses.Of(data));
        if (entry.Year is { } year)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", year.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("label", Terms.Chinese.Year(year));
            xml.WriteEndElement();
        }

        Text(xml, "summary", entry.Summary);
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Legal(text));

    /// <summary>Reports come from strangers: characters that XML can't hold at all are replaced.</summary>
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            legal.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        return legal.ToString();
    }
}
