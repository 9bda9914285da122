using System.Collections.Immutable;
using System.Text;
using System.Xml;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>
/// Reads <c>word/document.xml</c> forward, element by element, into blocks. What is open stands on a stack of its own, so that
/// nesting costs no call depth; elements that it does not know are looked through.
/// </summary>
internal sealed class WordBody(XmlReader reader, WordStyles styles, WordNumbering numbering)
{
    /// <summary>Text raised by this many half-points and more is a mark.</summary>
    private const int RaisedBy = 6;

    private readonly ListCounter _counter = new(numbering);
    private readonly Stack<WordStory> _stories = new([new WordStory(null)]);

    // For each open AlternateContent whether one of its alternatives was taken.
    private readonly Stack<bool> _alternatives = new();

    // Depths of the open w:sdt that show a prompt instead of content.
    private readonly Stack<int> _prompts = new();
    private int _paragraphs;
    private int _tables;
    private int _pieces;
    private long _characters;

    private WordStory Story => _stories.Peek();

    /// <summary>Reads to the end.</summary>
    /// <exception cref="XmlException">The part is malformed; <see cref="Salvage"/> gives what came before.</exception>
    public void Read()
    {
        var more = reader.Read();
        while (more)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when IsLeftOut(ElementName()):
                    reader.Skip();
                    more = !reader.EOF;
                    continue;
                case XmlNodeType.Element:
                    var (name, isEmpty) = (ElementName(), reader.IsEmptyElement);
                    Begin(name);
                    if (isEmpty)
                        End(name);
                    break;
                case XmlNodeType.EndElement:
                    End(ElementName());
                    break;
            }

            more = reader.Read();
        }

        Flush(Story);
    }

    /// <summary>The blocks that were read.</summary>
    public ImmutableArray<Block> Blocks => Story.Flow.ToBlocks();

    /// <summary>
    /// After a break in the middle: the blocks that were complete. A paragraph, cell or row that was cut is left out, for half a
    /// figure is a wrong one.
    /// </summary>
    public ImmutableArray<Block> Salvage()
    {
        while (_stories.Count > 1)
        {
            var inner = _stories.Pop();
            EndTable(inner);
            EndTable(Story);
            if (inner.Flow.HasTable || inner.Flow.HasProse)
                Story.Flow.AddAside(inner.Flow.Blocks);
        }

        EndTable(Story);
        return Blocks;
    }

    /// <summary>The element's name if it is one of Word's, an alternative or the text of a formula; drawings have a <c>p</c> and a <c>t</c> too.</summary>
    private string ElementName() => reader.NamespaceURI switch
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main"
            or "http://schemas.openxmlformats.org/markup-compatibility/2006" => reader.LocalName,
        "http://schemas.openxmlformats.org/officeDocument/2006/math" or "http://purl.oclc.org/ooxml/officeDocument/math"
            when reader.LocalName == "t" => "t",
        _ => "",
    };

    /// <summary>Former properties and deleted text of tracked changes, instructions of fields, references to notes, page set-up.</summary>
    private bool IsLeftOut(string name) => name switch
    {
        "del" or "moveFrom" or "delText" or "delInstrText" or "instrText" => true,
        "pPrChange" or "rPrChange" or "tcPrChange" or "trPrChange" or "tblPrChange" or "sectPrChange" or "tblGridChange" => true,
        "footnoteReference" or "endnoteReference" or "commentReference" or "footnoteRef" or "endnoteRef" or "annotationRef" => true,
        "sectPr" or "tblPr" or "tblPrEx" or "tblGrid" or "rt" or "binData" => true,
        "Choice" => _alternatives.TryPeek(out var taken) && taken,
        "Fallback" => _alternatives.TryPeek(out var taken) && taken,
        _ => false,
    };

    private void Begin(string name)
    {
        if (name is "p" or "tbl" or "tr" or "tc")
            ContentTooLargeException.ThrowIfMore(++_pieces, "段落与单元格 paragraphs and cells");
        switch (name)
        {
            case "p":
                BeginParagraph();
                break;
            case "pPr":
                ReadParagraphProperties();
                break;
            case "r":
                Story.RunIsHidden = styles[Story.Paragraph?.StyleId].Hidden;
                Story.RunIsRaised = false;
                break;
            case "rPr":
                ReadRunProperties();
                break;
            case "t":
                AppendText(reader.IsEmptyElement ? "" : ReadText());
                break;
            case "tab" or "ptab":
                Append("\t");
                break;
            case "br" or "cr":
                Append("\n");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "sym":
                AppendText(WordSymbol.Of(reader.Attribute("font"), reader.Attribute("char")));
                break;
            case "fldChar":
                MarkField(reader.Attribute("fldCharType"));
                break;
            case "tbl":
                BeginTable();
                break;
            case "tr":
                Story.Table?.BeginRow();
                break;
            case "trPr":
                ReadRowProperties();
                break;
            case "tc" when Story.Table is { } table:
                _stories.Push(new WordStory(table.CellLocation, new WordCell()));
                break;
            case "tcPr":
                ReadCellProperties();
                break;
            case "txbxContent":
                _stories.Push(new WordStory(Story.Paragraph?.Location ?? Story.Anchor ?? SourceLocation.None));
                break;
            case "AlternateContent":
                _alternatives.Push(false);
                break;
            case "Choice" or "Fallback" when _alternatives.Count > 0:
                _alternatives.Pop();
                _alternatives.Push(true);
                break;
            case "showingPlcHdr" when reader.IsOn():
                // Stands in w:sdt/w:sdtPr.
                _prompts.Push(reader.Depth - 2);
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p":
                EndParagraph();
                break;
            case "tbl":
                EndTable(Story);
                break;
            case "tr":
                Story.Table?.EndRow();
                break;
            case "tc" when Story.Cell is { } cell:
                var content = _stories.Pop();
                Flush(content);
                Story.Table?.AddCell(content.Flow, cell);
                break;
            case "txbxContent" when Story.Cell is null && _stories.Count > 1:
                var box = _stories.Pop();
                Flush(box);
                if (Story.Paragraph is { } anchor)
                    anchor.Boxes.AddRange(box.Flow.Blocks);
                else
                    Story.Flow.AddAside(box.Flow.Blocks);
                break;
            case "AlternateContent" when _alternatives.Count > 0:
                _alternatives.Pop();
                break;
            case "sdt" when _prompts.TryPeek(out var depth) && depth == reader.Depth:
                _prompts.Pop();
                break;
        }
    }

    private void BeginParagraph()
    {
        var location = Story.Anchor ?? SourceLocation.AtParagraph(++_paragraphs);
        Story.ClearFields();
        Story.Paragraph = Story.Carried ?? new WordParagraph(location);
        Story.Carried = null;
    }

    private void EndParagraph()
    {
        if (Story.Paragraph is not { } paragraph)
            return;
        Story.Paragraph = null;
        if (paragraph.RunsOn)
        {
            paragraph.RunsOn = false;
            Story.Carried = paragraph;
            return;
        }

        Add(Story, paragraph);
    }

    private void Add(WordStory story, WordParagraph paragraph)
    {
        var style = styles[paragraph.StyleId];
        var text = VisibleText.Clean(paragraph.Text.ToString());
        if ((paragraph.NumberingId ?? style.NumberingId) is { } list and > 0)
            text = Numbered(_counter.Next(list, paragraph.NumberingLevel ?? style.NumberingLevel, paragraph.StyleId), text);
        if (!style.IsContents)
            story.Flow.AddText(text, Level(paragraph, style), paragraph.Location);
        story.Flow.AddAside(paragraph.Boxes);
    }

    private static int Level(WordParagraph paragraph, WordStyle style) =>
        paragraph.OutlineLevel is { } outline ? (outline is >= 0 and < 9 ? outline + 1 : 0) : style.HeadingLevel;

    private static string Numbered((string Text, bool Spaced) number, string text)
    {
        var runsTogether = text.Length > 0 && number.Text.Length > 0
            && (char.IsAsciiLetterOrDigit(text[0]) || char.IsAsciiLetterOrDigit(number.Text[^1]));
        return VisibleText.Clean(number.Text + (number.Spaced && runsTogether ? " " : "") + text);
    }

    private void Flush(WordStory story)
    {
        if (story.Carried is { } carried)
            Add(story, carried);
        story.Carried = null;
        EndTable(story);
    }

    private void BeginTable()
    {
        if (Story.Carried is { } carried)
            Add(Story, carried);
        Story.Carried = null;
        EndTable(Story);
        ContentTooLargeException.ThrowIfMore(_stories.Count, ReadingLimits.MostNestedTables, "层嵌套的表格 nested tables");
        var number = ++_tables;
        Story.Table = new WordTable((Story.Anchor ?? SourceLocation.None) with { Table = number, Row = 0, Cell = 0 });
    }

    private static void EndTable(WordStory story)
    {
        if (story.Table is { } table)
            story.Flow.AddTable(table.Grid);
        story.Table = null;
    }

    private string ReadText()
    {
        var depth = reader.Depth;
        var text = new StringBuilder();
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                text.Append(reader.Value);
        }

        return text.ToString();
    }

    private void AppendText(string text) => Append(Story.RunIsRaised ? Superscript.Of(text) : text);

    private void Append(string text)
    {
        if (_prompts.Count > 0 || Story.RunIsHidden || Story.IsInInstruction || Story.Paragraph is not { } paragraph)
            return;
        ContentTooLargeException.ThrowIfMoreCharacters(_characters += text.Length);
        paragraph.Text.Append(text);
    }

    private void MarkField(string? mark)
    {
        if (mark == "begin")
            Story.BeginField();
        else if (mark == "separate")
            Story.BeginFieldResult();
        else
            Story.EndField();
    }

    private void ReadParagraphProperties()
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement || Story.Paragraph is not { } paragraph)
            return;
        while (reader.ReadInside(depth))
        {
            switch (reader.LocalName)
            {
                case "pStyle":
                    paragraph.StyleId = reader.Value();
                    break;
                case "outlineLvl":
                    paragraph.OutlineLevel = reader.Number();
                    break;
                case "numId":
                    paragraph.NumberingId = reader.Number();
                    break;
                case "ilvl":
                    paragraph.NumberingLevel = reader.Number();
                    break;
                case "del" or "moveFrom":
                    paragraph.RunsOn = true;
                    break;
                case "pPrChange" or "rPrChange" or "sectPr":
                    SkipInside();
                    break;
            }
        }
    }

    private void ReadRunProperties()
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (reader.ReadInside(depth))
        {
            switch (reader.LocalName)
            {
                case "rStyle":
                    var style = styles[reader.Value()];
                    Story.RunIsHidden |= style.Hidden;
                    Story.RunIsRaised |= style.Raised;
                    break;
                case "vanish":
                    Story.RunIsHidden = reader.IsOn();
                    break;
                case "strike" or "dstrike":
                    // A struck figure beside the new one must not become one number with it.
                    Story.RunIsHidden |= reader.IsOn();
                    break;
                case "vertAlign":
                    // In a cell lowered text is no part of the figure beside it either.
                    Story.RunIsRaised = reader.Value() == "superscript" || (reader.Value() == "subscript" && Story.Cell is not null);
                    break;
                case "position":
                    Story.RunIsRaised |= reader.Number() >= RaisedBy;
                    break;
                case "rPrChange":
                    SkipInside();
                    break;
            }
        }
    }

    private void ReadRowProperties()
    {
        var depth = reader.Depth;
        var isDeleted = false;
        if (reader.IsEmptyElement || Story.Table is not { } table)
            return;
        while (reader.ReadInside(depth))
        {
            switch (reader.LocalName)
            {
                case "gridBefore":
                    table.AddGap(reader.Number() ?? 0);
                    break;
                case "gridAfter":
                    table.GapAfter = reader.Number() ?? 0;
                    break;
                case "del":
                    isDeleted = true;
                    break;
                case "trPrChange":
                    SkipInside();
                    break;
            }
        }

        // To the end of the row, which so never ends: the next one begins in its place.
        while (isDeleted && reader.Read() && reader.Depth >= depth)
        {
        }
    }

    private void ReadCellProperties()
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement || Story.Cell is not { } cell)
            return;
        while (reader.ReadInside(depth))
        {
            switch (reader.LocalName)
            {
                case "gridSpan":
                    cell.ColumnSpan = reader.Number() ?? 1;
                    break;
                case "vMerge":
                    cell.BeginsDown = reader.Value() == "restart";
                    cell.ContinuesAbove = !cell.BeginsDown;
                    break;
                case "cellMerge" when reader.Attribute("vMerge") == "cont":
                    cell.ContinuesAbove = true;
                    break;
                case "hMerge":
                    cell.BeginsRight = reader.Value() == "restart";
                    cell.ContinuesLeft = !cell.BeginsRight;
                    break;
                case "cellDel":
                    cell.Deleted = true;
                    break;
                case "tcPrChange":
                    SkipInside();
                    break;
            }
        }
    }

    /// <summary>Moves to the end of the element, so that the next move leaves it.</summary>
    private void SkipInside()
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (reader.Read() && reader.Depth > depth)
        {
        }
    }
}
