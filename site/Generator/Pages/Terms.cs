using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>The words, in one language, for what the domain only names.</summary>
public sealed class Terms
{
    private static readonly FigureState[] MarkedStates = [FigureState.Blank, FigureState.NotApplicable, FigureState.Unreadable, FigureState.Missing];

    private readonly LegendEntry _notTranscribed;

    private Terms(Words words)
    {
        Words = words;
        LegendEntry Entry(string key, string style) => new(style, words[$"state.{key}"], words[$"state.{key}.meaning"]);
        States = MarkedStates.ToDictionary(state => state, state => Entry(Data.Words.Of(state), Data.Words.Of(state).Replace('_', '-')));
        _notTranscribed = Entry("not_transcribed", "missing");
        Corrected = Entry("corrected", "corrected");
        Disputed = Entry("disputed", "disputed");
    }

    public static Terms Chinese { get; } = new(Words.Chinese);

    public static Terms English { get; } = new(Words.English);

    public Words Words { get; }

    /// <summary>The marks of all states but a plain number, with class and meaning.</summary>
    public IReadOnlyDictionary<FigureState, LegendEntry> States { get; }

    /// <summary>The mark of a corrected figure.</summary>
    public LegendEntry Corrected { get; }

    /// <summary>The mark of a figure of which another file of the same report says something else.</summary>
    public LegendEntry Disputed { get; }

    /// <summary>The mark of a state.</summary>
    /// <param name="isTranscribed">Whether the report's figures were transcribed: a cell that a transcription leaves out may yet stand in the original.</param>
    public LegendEntry State(FigureState state, bool isTranscribed) =>
        isTranscribed && state == FigureState.Missing ? _notTranscribed : States[state];

    public string Of(FigureState state) => States.TryGetValue(state, out var mark) ? mark.Word : Words["state.reported"];

    public string Of(FactSource source) => Words[$"fact.{source}"];

    public string Of(EditionSource source) => Words[$"edition.from.{source}"];

    public string Of(DocumentFormat format) => Words[$"format.{format}"];

    public string Of(Severity severity) => Words[$"severity.{severity}"];

    public string Of(FindingStatus status) => Words[$"finding.{status}"];

    /// <summary>The class of a severity in the style sheet.</summary>
    public static string Class(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    public string Year(int year) => Words["year", year];

    public string Year(ReportEntry report) => report.Year is { } year ? Year(year) : Words["year.undated"];

    /// <summary>The name of its source file.</summary>
    public static string FileName(ReportEntry report) => FileName(report.Source);

    /// <summary>The name of a file.</summary>
    public static string FileName(SourceInfo source) => source.Path[(source.Path.LastIndexOf('/') + 1)..];

    /// <summary>Container, size and encoding of a file.</summary>
    public string Facts(SourceInfo source) =>
        Words.List(new[] { Of(source.Format), Words["file.bytes", source.Size], source.Encoding }.OfType<string>());

    /// <summary>The short name of an edition: 2021版; 未读出 where nothing of the report could be read.</summary>
    public string Edition(FormEdition? edition) => edition is null ? Words["edition.unread"] : Words["edition", edition.Id["form-".Length..]];

    /// <summary>The same for a report, and whether its figures were transcribed.</summary>
    public string Edition(ReportEntry report) =>
        report.TranscribedBy is null ? Edition(report.Edition) : Words["edition.transcribed", Edition(report.Edition)];

    /// <summary>An agency's name; for the unidentified what is said in its place.</summary>
    public string Name(AgencyEntry agency) => agency.IsUnidentified ? Words["agency.unidentified"] : agency.Name;

    /// <summary>A region's name, or what is said in its place.</summary>
    public string Name(RegionEntry region) =>
        region.Agencies is [{ IsUnidentified: true }, ..] ? Words["agency.unidentified"] : region.Name.Length > 0 ? region.Name : Words["agencies.region_unknown"];

    /// <summary>The name of an earlier revision: its date, else the first digits of its checksum.</summary>
    public string Revision(ReportEntry report) =>
        Words["revision", report.Published is { } date ? Numbers.Date(date) : report.Source.Sha256[..8]];
}
