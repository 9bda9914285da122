namespace DisclosureArchive.Synthesis;

/// <summary>How a file draws the borders of cells.</summary>
public enum PdfBorders
{
    /// <summary>Each side of each cell a stroked line.</summary>
    Lines,

    /// <summary>A stroked rectangle around each cell.</summary>
    Boxes,

    /// <summary>Each side a thin filled rectangle, as Word draws it.</summary>
    Bands,

    /// <summary>Two lines side by side.</summary>
    Double,

    /// <summary>Lines in short pieces.</summary>
    Dashes,

    /// <summary>No lines at the left and the right of the table.</summary>
    OpenSides,

    /// <summary>No lines; text stands in columns.</summary>
    None,
}

/// <summary>Where text stands in a cell that is higher than it needs.</summary>
public enum PdfPlace
{
    Top,
    Middle,
    Bottom,
}

/// <summary>How a page lies in its file.</summary>
public enum PdfTurn
{
    None,

    /// <summary>The page is drawn lying and shown turned (<c>/Rotate</c>).</summary>
    Rotated,

    /// <summary>The text runs up the page; who reads it turns the sheet.</summary>
    Lying,
}

/// <summary>What a page has beside its text.</summary>
public enum PdfFooter
{
    None,
    Dashed,
    Bare,
    Counted,
}

/// <summary>How a report is set in PDF.</summary>
public sealed record PdfStyle
{
    public PdfBorders Borders { get; init; }

    public PdfPlace Labels { get; init; } = PdfPlace.Middle;

    public PdfPlace Figures { get; init; } = PdfPlace.Middle;

    public PdfSpacing Spacing { get; init; } = PdfSpacing.Numbers;

    public PdfTurn Turn { get; init; }

    public PdfFooter Footer { get; init; } = PdfFooter.Dashed;

    /// <summary>A line at the top of each page; empty for none.</summary>
    public string Head { get; init; } = "";

    /// <summary>Digits in a font of their own.</summary>
    public bool HasTimes { get; init; }

    /// <summary>Headings printed twice, to look bold.</summary>
    public bool IsBoldTwice { get; init; }

    /// <summary>Names of groups one character a line.</summary>
    public bool HasNarrowGroups { get; init; }

    /// <summary>Pages may end within a row.</summary>
    public bool BreaksRows { get; init; }

    /// <summary>A table's header stands again on each page.</summary>
    public bool RepeatsHeaders { get; init; }

    /// <summary>No line closes a table where a page ends.</summary>
    public bool IsOpenAtBreaks { get; init; }

    /// <summary>Figures too wide for their cell run over its borders; else they are set smaller.</summary>
    public bool Overflows { get; init; }

    /// <summary>Pages are drawn as forms.</summary>
    public bool HasForms { get; init; }

    /// <summary>The page shown is a part of a bigger one, with figures beyond its edges.</summary>
    public bool IsCropped { get; init; }

    /// <summary>Cells are clipped to their borders and have a background.</summary>
    public bool HasBackgrounds { get; init; }

    /// <summary>How much of the first page the text leaves free at its top, which moves the breaks of all pages.</summary>
    public double Lead { get; init; }

    /// <summary>A style by chance.</summary>
    public static PdfStyle Any(SplitMix random, PdfBorders borders) => new()
    {
        Borders = borders,
        Labels = random.Pick([PdfPlace.Top, PdfPlace.Middle, PdfPlace.Middle]),
        Figures = random.Pick([PdfPlace.Top, PdfPlace.Middle, PdfPlace.Middle, PdfPlace.Bottom]),
        Spacing = random.Pick(Enum.GetValues<PdfSpacing>()),
        Turn = random.OneIn(6) ? random.Pick([PdfTurn.Rotated, PdfTurn.Lying]) : PdfTurn.None,
        Footer = random.Pick(Enum.GetValues<PdfFooter>()),
        Head = random.OneIn(4) ? "示例门户网站" : "",
        HasTimes = random.OneIn(2),
        IsBoldTwice = random.OneIn(3),
        HasNarrowGroups = random.OneIn(2),
        BreaksRows = random.OneIn(2),
        RepeatsHeaders = random.OneIn(3),
        IsOpenAtBreaks = random.OneIn(4),
        Overflows = random.OneIn(5),
        HasForms = random.OneIn(5),
        IsCropped = random.OneIn(5),
        HasBackgrounds = random.OneIn(3),
        Lead = random.Below(60) * 10,
    };
}
