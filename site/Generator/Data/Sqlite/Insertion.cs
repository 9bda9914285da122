using System.Globalization;
using System.Text;
using DisclosureArchive.Reports.Documents;
using SQLitePCL;

namespace DisclosureArchive.Generator.Data.Sqlite;

/// <summary>
/// Puts rows into a table of a SQLite database: the fields of a row one after the other, in the order of its columns, then <see cref="EndRow"/>.
/// Nothing is put together as objects on the way: millions of figures are written in a build.
/// </summary>
internal sealed class Insertion : IDisposable
{
    // One statement for many rows spares half of the time; with more there is nothing to gain.
    private const int Batch = 20;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _one;
    private readonly sqlite3_stmt? _many;
    private readonly int _columns;
    private byte[] _text = new byte[1024];
    private sqlite3_stmt _current;
    private int _place;
    private int _rowsOfCurrent = 1;
    private int _expected;

    /// <param name="columns">How many columns the table has.</param>
    /// <param name="isForMany">Whether it is worth while to put in many rows at once (<see cref="Expect"/>).</param>
    public Insertion(sqlite3 database, string table, int columns, bool isForMany = false)
    {
        _database = database;
        _columns = columns;
        _one = Prepare(table, 1);
        _many = isForMany ? Prepare(table, Batch) : null;
        _current = _one;
    }

    /// <summary>Promises that at least so many rows follow.</summary>
    public void Expect(int rows)
    {
        _expected = rows;
        Choose();
    }

    public void Null() => Demand(raw.sqlite3_bind_null(_current, ++_place), raw.SQLITE_OK);

    public void Whole(long number) => Demand(raw.sqlite3_bind_int64(_current, ++_place, number), raw.SQLITE_OK);

    /// <summary>A text; none if it is empty.</summary>
    public void Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Null();
            return;
        }

        if (_text.Length < text.Length * 3)
            _text = new byte[text.Length * 3];
        Utf8(_text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    /// <summary>
    /// A number, exactly: as a whole number where it is one, as a floating-point number where it has at most 15 digits, which every program gets back as they
    /// are; else as text.
    /// </summary>
    public void Number(decimal? number)
    {
        if (number is not { } value)
        {
            Null();
        }
        else if (AsWhole(value) is { } whole)
        {
            Whole(whole);
        }
        else
        {
            var text = value.ToString("0.############################", CultureInfo.InvariantCulture);
            if (text.AsSpan().TrimStart("-0.").Length - (text.AsSpan().TrimStart("-0.").Contains('.') ? 1 : 0) <= 15)
                Demand(raw.sqlite3_bind_double(_current, ++_place, double.Parse(text, CultureInfo.InvariantCulture)), raw.SQLITE_OK);
            else
                Text(text);
        }
    }

    /// <summary>
    /// The text that a number was read from; none where it is the number itself, plainly written, since that goes without saying. A number that was declared
    /// for a blank cell has an empty text.
    /// </summary>
    public void Raw(string text, decimal? number)
    {
        Span<char> plain = stackalloc char[20];
        if (number is { } value && AsWhole(value) is { } whole && whole.TryFormat(plain, out var length, provider: CultureInfo.InvariantCulture) && text.AsSpan().SequenceEqual(plain[..length]))
            Null();
        else if (number is not null && text.Length == 0)
            Demand(raw.sqlite3_bind_text(_current, ++_place, ""), raw.SQLITE_OK);
        else
            Text(text);
    }

    /// <summary>A place in its short form; none for nowhere.</summary>
    public void Location(SourceLocation location)
    {
        Span<byte> text = stackalloc byte[SourceLocation.MaxLength];
        location.TryFormat(text, out var length, default, null);
        if (length == 0)
            Null();
        else
            Utf8(text[..length]);
    }

    public void EndRow()
    {
        if (_place < _columns * _rowsOfCurrent)
            return;
        Demand(raw.sqlite3_step(_current), raw.SQLITE_DONE);
        raw.sqlite3_reset(_current);
        _place = 0;
        _expected -= _rowsOfCurrent;
        Choose();
    }

    public void Dispose()
    {
        _one.Dispose();
        _many?.Dispose();
    }

    private static long? AsWhole(decimal value) =>
        value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue ? decimal.ToInt64(value) : null;

    private void Choose()
    {
        (_current, _rowsOfCurrent) = _many is not null && _expected >= Batch ? (_many, Batch) : (_one, 1);
    }

    private void Utf8(ReadOnlySpan<byte> text) => Demand(raw.sqlite3_bind_text(_current, ++_place, text), raw.SQLITE_OK);

    private sqlite3_stmt Prepare(string table, int rows)
    {
        var row = $"({string.Join(',', Enumerable.Repeat('?', _columns))})";
        Demand(raw.sqlite3_prepare_v2(_database, $"INSERT INTO {table} VALUES {string.Join(',', Enumerable.Repeat(row, rows))}", out var statement), raw.SQLITE_OK);
        return statement;
    }

    private void Demand(int result, int wanted)
    {
        if (result != wanted)
            throw new IOException($"SQLite: {raw.sqlite3_errmsg(_database).utf8_to_string()}");
    }
}
