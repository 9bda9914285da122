using System.Globalization;
using System.Text;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>Rows as sheets of a workbook, with the headers and words of files for spreadsheets.</summary>
/// <param name="begin">Begins the n-th sheet of the table, from 1.</param>
/// <param name="mostRows">How many rows a sheet takes, the header among them.</param>
internal sealed class SheetRows(DataTable table, Func<int, SheetWriter> begin, int mostRows) : IRows, IDisposable
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    // Spreadsheets keep 15 digits; a longer number is a text there, lest they round it.
    private const int MostDigits = 15;
    private static readonly decimal[] Powers = [.. Enumerable.Range(0, MostDigits + 1).Select(power => (decimal)Math.Pow(10, power))];
    private static readonly decimal Exact = Powers[MostDigits];

    private readonly string _lastColumn = Letters(table.Columns.Length);
    private SheetWriter? _sheet;
    private ReportHead? _head;
    private int _sheets;
    private int _rows;
    private bool _isInRow;
    private int _column;

    /// <summary>The sheet, in a row, for its next field.</summary>
    private SheetWriter Sheet
    {
        get
        {
            _column++;
            if (_isInRow)
                return _sheet!;
            if (_sheet is not null && _rows == mostRows)
                EndSheet();
            _sheet ??= BeginSheet();
            _isInRow = true;
            _rows++;
            _column = 1;
            _sheet.BeginRow();
            if (_head is not null)
            {
                _sheet.Text(_head.Source);
                _sheet.Text(_head.AgencyId);
                _sheet.Text(_head.Agency);
                WriteNumber(_head.Year, SheetStyle.Plain);
                _column += DataTables.Shared.Length;
            }

            return _sheet;
        }
    }

    public void Of(ReportHead report) => _head = report;

    public void Text(string? text) => Sheet.Text(text);

    public void Id(string? id) => Sheet.Text(id);

    public void Word(string word) => Sheet.Text(SpreadsheetWords.Of(word));

    public void Number(decimal? value)
    {
        _ = Sheet;
        WriteNumber(value, table.Columns[_column - 1].Type == ColumnType.Year ? SheetStyle.Plain : SheetStyle.Number);
    }

    public void Date(DateOnly? date)
    {
        _ = Sheet;
        WriteNumber(date?.DayNumber - DayZero.DayNumber, SheetStyle.Date);
    }

    public void Flag(bool flag) => Sheet.Text(SpreadsheetWords.Of(flag));

    public void Place(ReadOnlySpan<byte> place) => Sheet.Text(Encoding.ASCII.GetString(place));

    public void Figure(FigureState? state, decimal? value)
    {
        if (state is null or FigureState.Reported)
            Number(value);
        else
            Sheet.Text(SpreadsheetWords.Of(Words.Of(state.Value)), SheetStyle.Word);
    }

    public void EndRow()
    {
        _sheet!.EndRow();
        _isInRow = false;
    }

    public void Dispose()
    {
        _sheet ??= BeginSheet();
        EndSheet();
    }

    /// <summary>A column's letters: A, B … Z, AA …</summary>
    private static string Letters(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);

    private static int WidthOf(DataColumn column) => column.Type switch
    {
        ColumnType.Text => column.Name is "source" or "title" or "label" or "detail" or "reason" or "row" ? 36 : 18,
        _ => Math.Clamp((column.Label.Length * 2) + 3, 10, 24),
    };

    private void WriteNumber(decimal? value, SheetStyle style)
    {
        if (value is not { } number)
            _sheet!.Empty();
        else if (number.Scale <= MostDigits && Math.Abs(number) < Exact && Math.Abs(number) * Powers[number.Scale] < Exact)
            _sheet!.Number(number, style);
        else
            _sheet!.Text(number.ToString(CultureInfo.InvariantCulture), style);
    }

    private SheetWriter BeginSheet()
    {
        var sheet = begin(++_sheets);
        sheet.FreezeFirstRow();
        sheet.Columns(table.Columns.Select(WidthOf));
        sheet.BeginRow();
        foreach (var column in table.Columns)
            sheet.Text(column.Label, SheetStyle.Header);
        sheet.EndRow();
        _rows = 1;
        return sheet;
    }

    private void EndSheet()
    {
        _sheet!.EndData(string.Create(CultureInfo.InvariantCulture, $"A1:{_lastColumn}{_rows}"));
        _sheet.Dispose();
        _sheet = null;
    }
}
