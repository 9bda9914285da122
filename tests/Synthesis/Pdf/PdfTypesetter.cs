namespace DisclosureArchive.Synthesis;

/// <summary>Sets a printed report on pages.</summary>
internal sealed class PdfTypesetter
{
    private const double ShortSide = 595;
    private const double LongSide = 842;
    private const double Side = 70;
    private const double Top = 76;
    private const double Bottom = 72;
    private const double TextSize = 15;
    private const double TextPitch = 26;

    private readonly PdfStyle _style;
    private readonly double _width;
    private readonly double _height;
    private readonly List<PdfCanvas> _pages = [];
    private double _y;

    private PdfTypesetter(PdfStyle style)
    {
        _style = style;
        (_width, _height) = style.Turn == PdfTurn.None ? (ShortSide, LongSide) : (LongSide, ShortSide);
        NewPage();
        _y += Math.Min(style.Lead, _height / 2);
    }

    private PdfCanvas Page => _pages[^1];

    private double TextWidth => _width - (2 * Side);

    private double End => _height - Bottom;

    public static byte[] Set(PrintedReport report, PdfStyle style)
    {
        var setter = new PdfTypesetter(style);
        foreach (var line in report.Title)
            setter.SetHeading(line, 20, isCentered: true);
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case PrintedBlock.Heading heading:
                    setter.SetHeading(heading.Text, TextSize, isCentered: false);
                    break;
                case PrintedBlock.Paragraph paragraph:
                    setter.SetParagraph(paragraph.Text);
                    break;
                case PrintedBlock.Grid grid:
                    setter.SetTable(grid.Table);
                    break;
            }
        }

        if (report.Signature.Length > 0)
        {
            setter.SetRight(report.Signature);
            setter.SetRight(report.Date);
        }

        return setter.ToBytes();
    }

    private void NewPage()
    {
        _pages.Add(new PdfCanvas(_height));
        _y = Top;
        if (_style.Head.Length > 0)
            Page.Text((_width - PdfCanvas.WidthOf(_style.Head, 9)) / 2, 45, 9, _style.Head);
    }

    private void Advance(double height)
    {
        if (_y + height > End)
            NewPage();
        _y += height;
    }

    private void SetHeading(string text, double size, bool isCentered)
    {
        // Not alone at the end of a page.
        if (_y + (3 * TextPitch) > End)
            NewPage();
        Advance(size * 1.7);
        var x = isCentered ? (_width - PdfCanvas.WidthOf(text, size)) / 2 : Side + (2 * TextSize);
        Page.Text(x, _y, size, text);
        if (_style.IsBoldTwice)
            Page.Text(x + 0.3, _y, size, text);
    }

    private void SetRight(string text)
    {
        Advance(TextPitch);
        Page.Text(_width - Side - PdfCanvas.WidthOf(text, TextSize) - (2 * TextSize), _y, TextSize, text);
    }

    /// <summary>Justified, but for its last line.</summary>
    private void SetParagraph(string text)
    {
        var lines = PdfCell.Wrap("　　" + text, TextWidth, TextSize);
        for (var i = 0; i < lines.Count; i++)
        {
            Advance(TextPitch);
            var line = lines[i].TrimStart('　');
            var x = Side + (i == 0 ? 2 * TextSize : 0);
            var free = _width - Side - x - PdfCanvas.WidthOf(line, TextSize);
            Page.Text(x, _y, TextSize, line, i == lines.Count - 1 || line.Length < 2 ? 0 : free / (line.Length - 1), _style.Spacing);
        }
    }

    private void SetTable(PrintedTable table)
    {
        _y += 8;
        var strip = new PdfStrip(table, Side, TextWidth, _style);
        if (_y + strip.Boundaries[Math.Min(table.HeaderRows + 1, strip.Boundaries.Length - 1)] > End)
            NewPage();
        var from = 0.0;
        while (true)
        {
            var room = End - _y;
            var to = strip.Cut(from, room);
            strip.Draw(Page, _y, from, to);
            _y += to - from;
            if (to >= strip.Height)
                break;
            NewPage();
            from = to;
            if (_style.RepeatsHeaders && table.HeaderRows > 0 && from >= strip.Boundaries[table.HeaderRows])
            {
                strip.Draw(Page, _y, 0, strip.Boundaries[table.HeaderRows]);
                _y += strip.Boundaries[table.HeaderRows];
            }
        }

        _y += 10;
    }

    private byte[] ToBytes()
    {
        var file = new PdfFile();
        for (var i = 0; i < _pages.Count; i++)
        {
            var footer = _style.Footer switch
            {
                PdfFooter.Dashed => $"- {i + 1} -",
                PdfFooter.Bare => $"{i + 1}",
                PdfFooter.Counted => $"第{i + 1}页 共{_pages.Count}页",
                _ => "",
            };
            if (footer.Length > 0)
                _pages[i].Text((_width - PdfCanvas.WidthOf(footer, 9)) / 2, _height - 40, 9, footer);
            AddPage(file, _pages[i]);
        }

        return file.ToBytes();
    }

    private void AddPage(PdfFile file, PdfCanvas page)
    {
        // What stands beyond the edges of the page is not seen.
        if (_style.IsCropped)
            page.Text(-60, _height / 2, 10, "98765").Text(_width + 20, _height / 2, 10, "98765").Text(Side, _height + 30, 10, "总计 98765");
        var content = page.Content;
        var resources = "";
        if (_style.HasForms)
        {
            resources = $"/XObject<</Fm0 {file.AddForm(content, _width, _height)} 0 R>>";
            content = "q /Fm0 Do Q\n";
        }

        var (width, height, entries) = (_width, _height, "");
        if (_style.Turn != PdfTurn.None)
        {
            content = $"0 1 -1 0 {PdfFile.Number(_height)} 0 cm\n{content}";
            (width, height) = (_height, _width);
            entries = _style.Turn == PdfTurn.Rotated ? "/Rotate 90" : "";
        }

        if (_style.IsCropped)
        {
            content = $"1 0 0 1 100 100 cm\n{content}";
            entries += $"/MediaBox[0 0 {PdfFile.Number(width + 200)} {PdfFile.Number(height + 200)}]/CropBox[100 100 {PdfFile.Number(width + 100)} {PdfFile.Number(height + 100)}]";
        }

        file.AddPage(width, height, content, entries, resources, isPacked: true);
    }
}
