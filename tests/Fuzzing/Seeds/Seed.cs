using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Seeds;

/// <summary>A report file to be mutated.</summary>
/// <param name="Name">What it is, for people: a path in the repository, or how it was made.</param>
/// <param name="Source">The file unmutated.</param>
/// <param name="Print">What it was written from; null for a file that was not made up here.</param>
public sealed record Seed(string Name, SourceFile Source, SeedPrint? Print = null)
{
    /// <summary>What it says unmutated.</summary>
    public required AnnualReport Report { get; init; }

    public DocumentFormat Format => Report.Source.Format;

    /// <summary>Whether its container is text, so that its lines and characters are those of the report.</summary>
    public bool IsText => Format is DocumentFormat.PlainText or DocumentFormat.Markdown or DocumentFormat.Html;

    /// <summary>Whether reading it takes a program beside ours, which takes its time.</summary>
    public bool IsSlow => Format is DocumentFormat.Pdf or DocumentFormat.Doc or DocumentFormat.Rtf or DocumentFormat.Odt;
}

/// <summary>A made-up report on paper, and how it is written down.</summary>
/// <param name="Report">The report.</param>
/// <param name="Layout">The layout.</param>
/// <param name="Chance">Seed of what the layout leaves open.</param>
public sealed record SeedPrint(PrintedReport Report, Layout Layout, ulong Chance)
{
    public SourceFile Write() => new("report" + Layout.Extension, Layout.Write(Report, new SplitMix(Chance)));
}
