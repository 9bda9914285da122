using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>Takes the rows of a table, field by field in the order of its columns. Those of a report come without its <see cref="ReportHead"/>.</summary>
internal interface IRows
{
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
