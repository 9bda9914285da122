using System.Xml;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>How the parts of a Word file are read: forward, without DTD, without any outside resource.</summary>
internal static class WordXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    public static XmlReader Open(Stream part) => XmlReader.Create(part, Settings);

    /// <summary>The value of <c>w:NAME</c>, whichever namespace the file uses for it.</summary>
    public static string? Attribute(this XmlReader reader, string name) =>
        reader.GetAttribute(name, reader.NamespaceURI) ?? reader.GetAttribute(name);

    public static string? Value(this XmlReader reader) => reader.Attribute("val");

    public static int? Number(this XmlReader reader, string name = "val") =>
        int.TryParse(reader.Attribute(name), out var number) ? number : null;

    /// <summary>The value of a property that is on when it stands without a value.</summary>
    public static bool IsOn(this XmlReader reader) => reader.Value() is not ("0" or "false" or "off");

    /// <summary>Moves to the next element inside the element that stood at <paramref name="depth"/>; false at its end.</summary>
    public static bool ReadInside(this XmlReader reader, int depth)
    {
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
                return true;
        }

        return false;
    }
}
