using System.Globalization;
using System.Text;
using System.Xml;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Feeds;

/// <summary><c>feed.xml</c>: a feed as Atom (RFC 4287).</summary>
public static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Layout = new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" };

    public static OutputFile Of(ArchiveSettings settings, NewsFeed feed) => new(Routes.Atom(feed.Folder), () =>
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Layout))
            Write(xml, settings, feed);
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    });

    private static void Write(XmlWriter xml, ArchiveSettings settings, NewsFeed feed)
    {
        var addresses = new FeedAddresses(settings, feed);
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, "zh-CN");
        Text(xml, "id", addresses.Id);
        Text(xml, "title", feed.Title);
        if (settings.Description.Length > 0)
            Text(xml, "subtitle", settings.Description);
        Text(xml, "updated", EntryText.Time(feed.Updated));
        Person(xml, settings.Owner.Length > 0 ? settings.Owner : settings.Title);
        Link(xml, "self", "application/atom+xml", addresses.Of(Routes.Atom(feed.Folder)));
        Link(xml, "alternate", "text/html", addresses.Of(feed.Page, feed.Anchor));
        if (settings.Licence.Length > 0)
            Text(xml, "rights", settings.Licence);
        foreach (var entry in feed.Entries)
            Write(xml, entry, addresses);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, FeedEntry entry, FeedAddresses addresses)
    {
        var page = Routes.Report(entry.Report);
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", entry.Id);
        Text(xml, "title", EntryText.Title(entry));
        Text(xml, "updated", EntryText.Time(entry.Date));
        if (EntryText.Author(entry) is { } author)
            Person(xml, author);
        Link(xml, "alternate", "text/html", addresses.Of(page));
        Link(xml, "related", "application/json", addresses.Of(Routes.ReportData(entry.Report)));
        if (entry.Report.Year is { } year)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", year.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("label", Terms.Chinese.Year(year));
            xml.WriteEndElement();
        }

        Text(xml, "summary", EntryText.Summary(entry));
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
