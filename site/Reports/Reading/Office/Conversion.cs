namespace DisclosureArchive.Reports.Reading.Office;

/// <summary>What came of a conversion.</summary>
internal enum ConversionOutcome
{
    Converted,

    /// <summary>LibreOffice is not installed, or can't convert anything.</summary>
    NoProgram,

    /// <summary>LibreOffice can't open the file, or ended on the way.</summary>
    Failed,
    TimedOut,
    TooLarge,
}

/// <summary>What came of a conversion.</summary>
/// <param name="Outcome">Whether it succeeded.</param>
/// <param name="Docx">The Word file; empty if it did not.</param>
internal sealed record Conversion(ConversionOutcome Outcome, ReadOnlyMemory<byte> Docx = default);
