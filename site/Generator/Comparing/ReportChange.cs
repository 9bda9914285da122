using System.Collections.Immutable;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Comparing;

/// <summary>What became of something from one output to the next.</summary>
public enum ChangeKind
{
    /// <summary>It is new; of a figure: it has a number now.</summary>
    Added,

    /// <summary>It is gone; of a figure: it has no number any more.</summary>
    Removed,

    /// <summary>It is another.</summary>
    Changed,
}

/// <summary>A figure that is not what it was. <see cref="Old"/> or <see cref="New"/> is null where the report has no such cell.</summary>
public sealed record FigureDifference(ChangeKind Kind, PublishedFigure? Old, PublishedFigure? New)
{
    /// <summary>The figure where it is there.</summary>
    public PublishedFigure Figure => New ?? Old!;
}

/// <summary>A relation that is judged otherwise. A status is null where there was, or is, no such relation.</summary>
public sealed record CheckDifference(string Relation, string Label, string? Old, string? New);

/// <summary>A report that is not what it was.</summary>
/// <param name="Kind">New, gone or changed.</param>
/// <param name="Old">As it was; null if it is new.</param>
/// <param name="New">As it is; null if it is gone.</param>
public sealed record ReportChange(ChangeKind Kind, PublishedReport? Old, PublishedReport? New)
{
    private static readonly string Failed = Words.Of(FindingStatus.Failed);
    private static readonly string Missing = Words.Of(FigureState.Missing);

    /// <summary>The report where it is there.</summary>
    public PublishedReport Report => New ?? Old!;

    /// <summary>Its figures that differ, in the order of the form; of a report that is new or gone none are listed.</summary>
    public ImmutableArray<FigureDifference> Figures { get; init; } = [];

    /// <summary>Its relations that are judged otherwise.</summary>
    public ImmutableArray<CheckDifference> Checks { get; init; } = [];

    /// <summary>What else differs, by name: agency, year, page, form, title, source …</summary>
    public ImmutableArray<(string Name, string Old, string New)> Facts { get; init; } = [];

    /// <summary>Codes of diagnostics of which there are more or fewer; relations are told for themselves.</summary>
    public ImmutableArray<(string Code, int Old, int New)> Diagnostics { get; init; } = [];

    /// <summary>Whether the prose differs, or where it stood.</summary>
    public bool ProseDiffers { get; init; }

    /// <summary>Compares two publications of a report.</summary>
    public static ReportChange Between(PublishedReport old, PublishedReport @new) => new(ChangeKind.Changed, old, @new)
    {
        Figures = [.. FiguresOf(old, @new)],
        Checks = [.. ChecksOf(old, @new)],
        Facts = [.. FactsOf(old, @new)],
        Diagnostics =
        [
            .. old.Diagnostics.Keys.Union(@new.Diagnostics.Keys).Where(code => code != DiagnosticRules.CheckFailed.Code).Order(StringComparer.Ordinal)
                .Select(code => (code, old.Diagnostics.GetValueOrDefault(code), @new.Diagnostics.GetValueOrDefault(code))).Where(code => code.Item2 != code.Item3),
        ],
        ProseDiffers = old.Prose != @new.Prose,
    };

    private static IEnumerable<FigureDifference> FiguresOf(PublishedReport old, PublishedReport @new)
    {
        var before = old.Figures.ToDictionary(figure => figure.Cell, StringComparer.Ordinal);
        foreach (var figure in @new.Figures)
            if (Compare(before.Remove(figure.Cell, out var former) ? former : null, figure) is { } difference)
                yield return difference;
        foreach (var figure in old.Figures)
            if (before.ContainsKey(figure.Cell) && Compare(figure, null) is { } difference)
                yield return difference;
    }

    private static FigureDifference? Compare(PublishedFigure? old, PublishedFigure? @new)
    {
        if (old?.Value == @new?.Value && (old?.State ?? Missing) == (@new?.State ?? Missing))
            return null;
        var kind = (old?.Value, @new?.Value) switch { (null, not null) => ChangeKind.Added, (not null, null) => ChangeKind.Removed, _ => ChangeKind.Changed };
        return new FigureDifference(kind, old, @new);
    }

    private static IEnumerable<CheckDifference> ChecksOf(PublishedReport old, PublishedReport @new)
    {
        var before = old.Checks.DistinctBy(check => check.Relation).ToDictionary(check => check.Relation, StringComparer.Ordinal);
        foreach (var check in @new.Checks.DistinctBy(check => check.Relation))
        {
            before.Remove(check.Relation, out var former);
            if (former?.Status != check.Status && (former is not null || check.Status == Failed))
                yield return new CheckDifference(check.Relation, check.Label, former?.Status, check.Status);
        }

        foreach (var check in old.Checks)
            if (check.Status == Failed && before.ContainsKey(check.Relation))
                yield return new CheckDifference(check.Relation, check.Label, check.Status, null);
    }

    private static IEnumerable<(string Name, string Old, string New)> FactsOf(PublishedReport old, PublishedReport @new)
    {
        if (old.Page != @new.Page)
            yield return ("page", old.Page, @new.Page);
        if (old.Agency != @new.Agency)
            yield return ("agency", old.Agency, @new.Agency);
        if (old.Year != @new.Year)
            yield return ("year", $"{old.Year}", $"{@new.Year}");
        if (old.IsCurrent != @new.IsCurrent)
            yield return ("current", old.IsCurrent ? "true" : "false", @new.IsCurrent ? "true" : "false");
        foreach (var (name, value) in old.Facts)
            if (value != @new.Facts[name])
                yield return (name, value, @new.Facts[name]);
    }
}
