namespace DisclosureArchive.Reports.Reading;

/// <summary>How much a single file may ask of a build; what asks for more gets a diagnostic. <c>archive.yml</c> may set them.</summary>
/// <param name="FileBytes">Bytes of a file as it was received.</param>
/// <param name="ExpandedBytes">Bytes of all that is packed in it, unpacked.</param>
/// <param name="Time">How long reading one may take. A conversion by LibreOffice, which alone takes seconds to start, has <see cref="ConversionTime"/>.</param>
public sealed record ReadingLimits(long FileBytes, long ExpandedBytes, TimeSpan Time)
{
    /// <summary>
    /// Pieces of one kind that a file may hold: lines, paragraphs, cells, elements. What a file takes in memory and time goes by these rather than by
    /// its bytes; a report has some thousands.
    /// </summary>
    public const int MostPieces = 200_000;

    /// <summary>Characters of text that a file may show; the longest reports have some hundred thousand.</summary>
    public const int MostCharacters = 5_000_000;

    /// <summary>How deep tables may stand in each other.</summary>
    public const int MostNestedTables = 3_000;

    public static readonly ReadingLimits Default = new(50L << 20, 200L << 20, TimeSpan.FromSeconds(10));

    /// <summary>How long LibreOffice may take for one file.</summary>
    public TimeSpan ConversionTime => Time * 6;
}
