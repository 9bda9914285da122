using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>What the rows of a report's tables begin with: the values of <see cref="DataTables.Shared"/>.</summary>
/// <param name="Source">Path of its main file in the input folder.</param>
/// <param name="AgencyId">Its agency's id in the register, or null.</param>
/// <param name="Agency">Its agency's name; empty if it can't be told.</param>
/// <param name="Year">The year reported on, or null.</param>
internal sealed record ReportHead(string Source, string? AgencyId, string Agency, int? Year);

/// <summary>Takes the rows of a table, field by field in the order of its columns.</summary>
internal interface IRows
{
    /// <summary>The rows that follow are of this report; they begin with its head, which is not given again.</summary>
    void Of(ReportHead report);

    /// <summary>A text that comes from a report or a person.</summary>
    void Text(string? text);

    /// <summary>An id, label or unit of the form, or another text of ours in plain characters.</summary>
    void Id(string? id);

    /// <summary>A word of the contract.</summary>
    void Word(string word);

    void Number(decimal? value);

    void Date(DateOnly? date);

    void Flag(bool flag);

    /// <summary>A place in a source, as ASCII.</summary>
    void Place(ReadOnlySpan<byte> place);

    /// <summary>A cell of the form.</summary>
    /// <param name="state">Null where the edition has no such cell.</param>
    /// <param name="value">Not null exactly if it is <see cref="FigureState.Reported"/>.</param>
    void Figure(FigureState? state, decimal? value);

    void EndRow();
}
