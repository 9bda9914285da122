using System.Globalization;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>Rows as CSV: for programs as the contract has it, or for spreadsheets with a mark of UTF-8 at its beginning and Chinese headers and words.</summary>
internal sealed class CsvRows : IRows, IDisposable
{
    private readonly CsvLines _lines;
    private readonly bool _isForSpreadsheets;
    private readonly MemoryStream _head = new();
    private bool _isOfReports;
    private bool _hasHead;

    /// <param name="stream">Where to write; stays open.</param>
    public CsvRows(Stream stream, DataTable table, bool isForSpreadsheets)
    {
        _isForSpreadsheets = isForSpreadsheets;
        if (isForSpreadsheets)
            stream.Write("\uFEFF"u8);
        _lines = new CsvLines(stream, [.. table.Columns.Select(column => isForSpreadsheets ? column.Label : column.Name)]);
    }

    public void Of(ReportHead report)
    {
        _isOfReports = true;
        _head.SetLength(0);
        using var lines = CsvLines.Bare(_head);
        lines.Field(report.Source);
        lines.Field(report.AgencyId);
        lines.Field(report.Agency);
        lines.Field(report.Year);
    }

    public void Text(string? text)
    {
        Begin();
        _lines.Field(text);
    }

    public void Id(string? id)
    {
        Begin();
        _lines.Field(id);
    }

    public void Word(string word)
    {
        Begin();
        _lines.Field(_isForSpreadsheets ? SpreadsheetWords.Of(word) : word);
    }

    public void Number(decimal? value)
    {
        Begin();
        _lines.Field(value);
    }

    public void Date(DateOnly? date)
    {
        Begin();
        _lines.Field(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public void Flag(bool flag)
    {
        Begin();
        _lines.Field(_isForSpreadsheets ? SpreadsheetWords.Of(flag) : flag ? "true" : "false");
    }

    public void Place(ReadOnlySpan<byte> place)
    {
        Begin();
        _lines.Ready(place);
    }

    public void Figure(FigureState? state, decimal? value)
    {
        if (state is null or FigureState.Reported)
            Number(value);
        else
            Word(Words.Of(state.Value));
    }

    public void EndRow()
    {
        _lines.EndLine();
        _hasHead = false;
    }

    public void Dispose() => _lines.Dispose();

    private void Begin()
    {
        if (_hasHead)
            return;
        _hasHead = true;
        if (_isOfReports)
            _lines.Ready(_head.GetBuffer().AsSpan(0, (int)_head.Length));
    }
}
