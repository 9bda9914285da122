using System.Globalization;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>Rows as lines of CSV: for programs as the contract has it, or for spreadsheets with words in Chinese.</summary>
internal sealed class CsvRows(CsvLines lines, bool isForSpreadsheets) : IRows
{
    public void Text(string? text) => lines.Field(text);

    public void Id(string? id) => lines.Field(id);

    public void Word(string word) => lines.Field(isForSpreadsheets ? SpreadsheetWords.Of(word) : word);

    public void Number(decimal? value) => lines.Field(value);

    public void Date(DateOnly? date) => lines.Field(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Flag(bool flag) => lines.Field(isForSpreadsheets ? SpreadsheetWords.Of(flag) : flag ? "true" : "false");

    public void Place(ReadOnlySpan<byte> place) => lines.Ready(place);

    public void Figure(FigureState? state, decimal? value)
    {
        if (state is null or FigureState.Reported)
            Number(value);
        else
            Word(Words.Of(state.Value));
    }

    public void EndRow() => lines.EndLine();
}
