using System.Collections.Immutable;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports;

/// <summary>One report file, read, recognised and checked: the noun that everything else stands on.</summary>
public sealed record AnnualReport
{
    /// <summary>The file that it came from.</summary>
    public required SourceInfo Source { get; init; }

    /// <summary>Full name of the agency; null if it can't be told.</summary>
    public required Fact<string>? AgencyName { get; init; }

    /// <summary>The agency in the register; null if it is not in it.</summary>
    public required Agency? Agency { get; init; }

    /// <summary>The year reported on; null if it can't be told.</summary>
    public required Fact<int>? Year { get; init; }

    /// <summary>When the report was published, else signed; null if it does not say.</summary>
    public required Fact<DateOnly>? Published { get; init; }

    /// <summary>The report's title on one line; empty if it has none.</summary>
    public required string Title { get; init; }

    /// <summary>The edition of the form, told from section 二 (form-2008: from its sheet or its lack of the later tables); null if nothing of the report could be read.</summary>
    public required FormEdition? Edition { get; init; }

    /// <summary>How <see cref="Edition"/> was told; null exactly if there is none.</summary>
    public EditionSource? EditionFrom { get; init; }

    /// <summary>The statutory tables found, each with the edition of its own layout, which may differ from <see cref="Edition"/> in mixed reports.</summary>
    public required ImmutableArray<ReportTable> Tables { get; init; }

    /// <summary>The other tables of the report.</summary>
    public required ImmutableArray<OwnTable> OwnTables { get; init; }

    /// <summary>The prose.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>The relations within this report, judged. Carry-over between years is judged by the archive.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>All that is to be said of this file, reading and recognition included.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Who copied the statutory figures from the original by hand (sidecar); null if they were read, or if there are none. Transcribed figures stand in the sidecar.</summary>
    public string? TranscribedBy { get; init; }

    /// <summary>Address of the page it was taken from (sidecar), or null.</summary>
    public string? Url { get; init; }

    /// <summary>When it was taken from there (sidecar), or null.</summary>
    public DateOnly? Accessed { get; init; }

    /// <summary>The corrections that the sidecar declares, applied or not, in its order.</summary>
    public ImmutableArray<JudgedCorrection> Corrections { get; init; } = [];

    /// <summary>That the report was withdrawn, as the sidecar says; null if it was not.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>The sidecar's word on whether this is the current revision, or null.</summary>
    public bool? DeclaredCurrent { get; init; }

    /// <summary>Other files of the same report, in other containers, with what comparing them gave; none mostly.</summary>
    public ImmutableArray<FurtherSource> FurtherSources { get; init; } = [];

    /// <summary>All statutory figures in the order of the form.</summary>
    public IEnumerable<Figure> Figures => Tables.SelectMany(table => table.Figures);

    /// <summary>The figure of a cell, or null if the report's tables have no such cell.</summary>
    public Figure? this[CellName name] => Tables.FirstOrDefault(table => table.Form.Id == name.Table)?[name.Row, name.Column];
}

/// <summary>Facts about a report's source file.</summary>
/// <param name="Path">Path relative to the input folder, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Format">Container.</param>
/// <param name="Encoding">Text encoding, or null for a container that has none.</param>
/// <param name="BeginsLikeMarkup">Whether a browser that is not told what it is might take it for a page and run it.</param>
public sealed record SourceInfo(string Path, string Sha256, long Size, DocumentFormat Format, string? Encoding, bool BeginsLikeMarkup = false)
{
    /// <summary>What read it; null if nothing did.</summary>
    public ReadBy? Reader { get; init; }
}

/// <summary>Where a fact about a report (agency, year, date) was taken from, strongest first.</summary>
public enum FactSource
{
    /// <summary>The sidecar file says so.</summary>
    Sidecar,

    /// <summary>The agency register knows the name that the report uses.</summary>
    Register,

    /// <summary>The report's title.</summary>
    Title,

    /// <summary>The signature at the end.</summary>
    Signature,

    /// <summary>The container's own metadata (HTML <c>meta</c>).</summary>
    Metadata,

    /// <summary>The report's text.</summary>
    Text,

    /// <summary>The file's name or folder.</summary>
    FileName,
}

/// <summary>How the edition of a report's form was told, surest first.</summary>
public enum EditionSource
{
    /// <summary>From the table of section 二, which each of the later editions lays out in its own way.</summary>
    ProactiveTable,

    /// <summary>From the statistics sheet of 2014–2018.</summary>
    StatisticsSheet,

    /// <summary>From the rows of another table.</summary>
    OtherTable,

    /// <summary>The sidecar says so, and the tables do not contradict it.</summary>
    Sidecar,

    /// <summary>From the names that a transcription gives its figures.</summary>
    Transcription,

    /// <summary>From the headings of the sections: no table tells.</summary>
    Headings,

    /// <summary>Guessed: the edition in force for the year reported on.</summary>
    Year,
}

/// <summary>A fact about a report with the place that it was taken from.</summary>
public sealed record Fact<T>(T Value, FactSource Source)
{
    /// <summary>Whether it is only inferred: not from what the report or somebody expressly says it is.</summary>
    public bool IsWeak => Source is FactSource.Metadata or FactSource.Text or FactSource.FileName;
}

/// <summary>A statutory table of a report.</summary>
/// <param name="Form">The form table whose layout it has.</param>
/// <param name="Figures">A figure for every cell of that form table, in the form's order; missing cells included.</param>
public sealed record ReportTable(FormTable Form, ImmutableArray<Figure> Figures)
{
    /// <summary>The figure of a cell, or null if the form has no such cell.</summary>
    public Figure? this[string row, string column] => Form.IndexOf(row, column) is >= 0 and var index ? Figures[index] : null;
}

/// <summary>A table that is not statutory, with header rows and columns told apart from its figures.</summary>
/// <param name="Id"><c>own.1</c>, <c>own.2</c> … in the order of the report.</param>
/// <param name="Title">Its title, or empty.</param>
/// <param name="Figures">Its figures; row and column are the paths of their labels, joined by <c>/</c>.</param>
/// <param name="Source">The table as the source has it.</param>
public sealed record OwnTable(string Id, string Title, ImmutableArray<Figure> Figures, Table Source);
