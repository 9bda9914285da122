using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>
/// Rows kept tersely, to be given again to whatever wants them: a report is loaded once and its rows go to files of several formats. What is
/// written is of this build only, so its form is nobody else's business.
/// </summary>
internal sealed class RecordedRows(BlobWriter blob) : IRows
{
    private enum Step : byte
    {
        Text,
        Known,
        Digits,
        Word,
        Number,
        NoNumber,
        Date,
        NoDate,
        True,
        False,
        Place,
        NoCell,
        Reported,

        // A figure without a number, by its state.
        State,
        EndRow = State + 5,
    }

    /// <summary>What stands in nearly every row: names and labels of the form, and the words.</summary>
    private static readonly ImmutableArray<string> Known =
    [
        .. Editions.All.SelectMany(edition => edition.Tables.SelectMany(table =>
                table.Rows.SelectMany(row => (string[])[row.Id, row.Alias, row.NumberedLabel, row.Unit])
                    .Concat(table.Columns.Select(column => column.Id)).Append(table.Id)).Append(edition.Id))
            .Append("").Distinct(),
    ];

    private static readonly ImmutableArray<string> KnownWords = [.. Enum.GetValues<FigureState>().Select(Words.Of), .. Enum.GetValues<FindingStatus>().Select(Words.Of), .. Enum.GetValues<CorrectionStatus>().Select(Words.Of)];

    private static readonly FrozenDictionary<string, int> Numbers =
        Known.Select((text, number) => (text, number)).ToFrozenDictionary(known => known.text, known => known.number, StringComparer.Ordinal);

    public void Text(string? text)
    {
        if (Numbers.TryGetValue(text ?? "", out var number))
        {
            Put(Step.Known);
            blob.Number(number);
        }
        else if (text!.Length <= 3 && text[0] is >= '1' and <= '9' && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            Put(Step.Digits);
            blob.Number(digits);
        }
        else
        {
            Put(Step.Text);
            blob.Text(text);
        }
    }

    public void Id(string? id) => Text(id);

    public void Word(string word)
    {
        Put(Step.Word);
        blob.Byte(KnownWords.IndexOf(word));
    }

    public void Number(decimal? value)
    {
        Put(value is null ? Step.NoNumber : Step.Number);
        if (value is { } number)
            blob.Decimal(number);
    }

    public void Date(DateOnly? date)
    {
        Put(date is null ? Step.NoDate : Step.Date);
        if (date is { } day)
            blob.Number(day.DayNumber);
    }

    public void Flag(bool flag) => Put(flag ? Step.True : Step.False);

    public void Place(ReadOnlySpan<byte> place)
    {
        Put(Step.Place);
        blob.Bytes(place);
    }

    public void Figure(FigureState? state, decimal? value)
    {
        if (value is { } number)
        {
            Put(Step.Reported);
            blob.Decimal(number);
        }
        else
        {
            Put(state is { } known ? Step.State + (byte)known : Step.NoCell);
        }
    }

    public void EndRow() => Put(Step.EndRow);

    /// <summary>Gives recorded rows again.</summary>
    public static void Replay(BlobReader blob, IRows rows)
    {
        while (!blob.IsAtEnd)
        {
            var step = (Step)blob.Byte();
            switch (step)
            {
                case Step.Text:
                    rows.Text(blob.Text());
                    break;
                case Step.Known:
                    rows.Id(Known[blob.Int()]);
                    break;
                case Step.Digits:
                    rows.Id(BlobReader.TextOf(blob.Int()));
                    break;
                case Step.Word:
                    rows.Word(KnownWords[blob.Byte()]);
                    break;
                case Step.Number:
                    rows.Number(blob.Decimal());
                    break;
                case Step.NoNumber:
                    rows.Number(null);
                    break;
                case Step.Date:
                    rows.Date(DateOnly.FromDayNumber(blob.Int()));
                    break;
                case Step.NoDate:
                    rows.Date(null);
                    break;
                case Step.True or Step.False:
                    rows.Flag(step == Step.True);
                    break;
                case Step.Place:
                    rows.Place(blob.Bytes());
                    break;
                case Step.NoCell:
                    rows.Figure(null, null);
                    break;
                case Step.Reported:
                    rows.Figure(FigureState.Reported, blob.Decimal());
                    break;
                case Step.EndRow:
                    rows.EndRow();
                    break;
                default:
                    rows.Figure((FigureState)(step - Step.State), null);
                    break;
            }
        }
    }

    private void Put(Step step) => blob.Byte((int)step);
}
