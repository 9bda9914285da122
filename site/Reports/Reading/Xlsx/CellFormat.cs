using System.Globalization;
using System.Text;

namespace DisclosureArchive.Reports.Reading.Xlsx;

/// <summary>
/// What a number format makes of a number, as far as reading needs it. A text that could be read as another number than the one stored (rounded, scaled, a date, a share)
/// never comes out alone: the number shown and the number stored stand side by side, which is no figure.
/// </summary>
internal sealed class CellFormat
{
    public static readonly CellFormat General = new("General");

    private const double Smallest = 1e-9;
    private const double Largest = 1e15;

    /// <summary>From here on a number without a format is shown in powers of ten.</summary>
    private const decimal LargestPlain = 100_000_000_000m;

    private static readonly DateOnly FirstDate = new(1900, 1, 1);

    private readonly List<Section> _sections;

    public CellFormat(string code) => _sections = [.. Split(code).Take(4).Select(section => new Section(section))];

    /// <summary>The format of one of the numbers that stand for built-in formats; null for a number that has none.</summary>
    public static string? BuiltIn(int id) => id switch
    {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 or 37 or 38 or 41 or 42 => "#,##0",
        4 or 39 or 40 or 43 or 44 => "#,##0.00",
        5 or 6 => "\"¥\"#,##0",
        7 or 8 => "\"¥\"#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 or 48 => "0.00E+00",
        12 or 13 => "# ?/?",
        >= 18 and <= 21 or >= 32 and <= 35 or >= 45 and <= 47 or 55 or 56 => "h:mm",
        >= 14 and <= 22 or >= 27 and <= 36 or >= 50 and <= 58 => "yyyy-m-d",
        49 => "@",
        _ => null,
    };

    /// <summary>The text of a number.</summary>
    /// <param name="stored">The number as the file has it, such as <c>96171.600000000006</c>.</param>
    /// <param name="from1904">Dates count from 1904, not 1900.</param>
    public string Show(string stored, bool from1904)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(Math.Abs(number) is 0 or (> Smallest and < Largest)))
            return stored;
        var value = decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var plain = value.ToString("0.###############", CultureInfo.InvariantCulture);
        var section = value < 0 && _sections.Count > 1 ? _sections[1] : value == 0 && _sections.Count > 2 ? _sections[2] : _sections[0];
        if (section.IsGeneral)
            return Math.Abs(value) < LargestPlain ? plain : $"{plain} / -";
        if (section.IsDate)
            return ShowDate(number, section, from1904) ?? $"{plain} / -";
        if (section.IsEmpty)
            return "";
        if (section.IsStrange)
            return $"{plain} / -";
        if (!section.HasDigits)
            return value == 0 ? plain : section.Before;
        var magnitude = Math.Abs(value);
        var shown = decimal.Round(magnitude * section.Factor, Math.Min(section.Decimals, 15), MidpointRounding.AwayFromZero);
        var sign = value < 0 && _sections.Count == 1 && shown != 0 ? "-" : "";
        var digits = shown.ToString(section.Pattern, CultureInfo.InvariantCulture);
        if ((section.Factor == 1 && shown != magnitude) || section.Factor < 1)
            return $"{sign}{digits} / {plain}";
        var text = $"{sign}{section.Before}{digits}{section.Behind}";

        // Accounting formats print a zero as a dash; nobody said that it does not apply.
        return value == 0 && text is ("-" or "—") ? plain : text;
    }

    private static string? ShowDate(double number, Section section, bool from1904)
    {
        var days = Math.Floor(number) + (from1904 ? 1462 : 0);
        if (days is < 1 or > 2_900_000 || !section.HasDay)
            return null;
        // The calendar of spreadsheets has a 29 February 1900.
        var date = FirstDate.AddDays((int)days - (days > 59 ? 2 : 1));
        return section.IsChinese ? $"{date.Year}年{date.Month}月{date.Day}日" : $"{date:yyyy-MM-dd}";
    }

    private static IEnumerable<string> Split(string code)
    {
        var start = 0;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '"' && code.IndexOf('"', i + 1) is > 0 and var end)
                i = end;
            else if (code[i] == '\\')
                i++;
            else if (code[i] == ';')
            {
                yield return code[start..i];
                start = i + 1;
            }
        }

        yield return code[Math.Min(start, code.Length)..];
    }

    /// <summary>A part of a format: for positive numbers, negative ones, zero.</summary>
    private sealed class Section
    {
        private readonly StringBuilder _before = new();
        private readonly StringBuilder _behind = new();
        private readonly StringBuilder _pattern = new();

        public Section(string code)
        {
            IsEmpty = code.Length == 0;
            IsGeneral = code.Contains("General", StringComparison.OrdinalIgnoreCase) || code.Contains("通用格式", StringComparison.Ordinal) || code == "@";
            if (!IsGeneral)
                Read(code);
            IsDate = IsDate && !HasDigits;
            if (Scale > 0)
                Factor /= (decimal)Math.Pow(1000, Math.Min(Scale, 4));
        }

        public bool IsEmpty { get; }

        public bool IsGeneral { get; }

        public bool IsDate { get; private set; }

        public bool HasDay { get; private set; }

        /// <summary>Has 年, 月, 日.</summary>
        public bool IsChinese { get; private set; }

        /// <summary>Powers of ten, fractions and conditions, which are not worked out here.</summary>
        public bool IsStrange { get; private set; }

        public bool HasDigits => _pattern.Length > 0;

        public int Decimals { get; private set; } = -1;

        public decimal Factor { get; private set; } = 1;

        public string Before => _before.ToString().Trim();

        public string Behind => _behind.ToString().Trim();

        /// <summary>The digits without thousands separators, which tell nothing.</summary>
        public string Pattern => _pattern.ToString();

        private int Scale { get; set; }

        private void Read(string code)
        {
            var commas = 0;
            for (var i = 0; i < code.Length; i++)
            {
                var c = code[i];
                switch (c)
                {
                    case '"':
                        var end = code.IndexOf('"', i + 1);
                        Literal(code[(i + 1)..(end < 0 ? code.Length : end)]);
                        i = end < 0 ? code.Length : end;
                        break;
                    case '\\' when i + 1 < code.Length:
                        Literal(code[++i].ToString());
                        break;
                    case '_' or '*':
                        i++;
                        break;
                    case '[':
                        var close = code.IndexOf(']', i);
                        if (close < 0)
                            return;
                        Bracket(code[(i + 1)..close]);
                        i = close;
                        break;
                    case '0' or '#' or '?':
                        commas = 0;
                        if (Decimals >= 0)
                            Decimals++;
                        _pattern.Append(c == '?' ? '#' : c);
                        break;
                    case '.' when HasDigits || (i + 1 < code.Length && code[i + 1] is '0' or '#' or '?'):
                        Decimals = Math.Max(Decimals, 0);
                        _pattern.Append('.');
                        break;
                    case ',' when HasDigits:
                        commas++;
                        break;
                    case '%' or '‰':
                        Factor *= c == '%' ? 100 : 1000;
                        Literal(c.ToString());
                        break;
                    case '/' or 'E' or 'e' when HasDigits:
                        IsStrange = true;
                        break;
                    case 'y' or 'Y' or 'd' or 'D':
                        IsDate = HasDay = true;
                        break;
                    case 'm' or 'M' or 'h' or 'H' or 's' or 'S' or 'A' or 'a' or 'P' or 'p' or 'e' or 'E' or 'b' or 'B':
                        IsDate = true;
                        break;
                    default:
                        Literal(c.ToString());
                        break;
                }
            }

            Scale = commas;
            Decimals = Math.Max(Decimals, 0);
            IsChinese = code.Contains('年', StringComparison.Ordinal) || code.Contains('月', StringComparison.Ordinal);
            if (IsStrange || (IsDate && HasDigits))
                IsStrange = true;
        }

        private void Literal(string text) => (HasDigits ? _behind : _before).Append(text);

        private void Bracket(string content)
        {
            if (content.StartsWith('$'))
                Literal(content[1..].Split('-')[0]);
            else if (content.Length > 0 && content[0] is '<' or '>' or '=')
                IsStrange = true;
            else if (content.Length > 0 && content.All(c => c is 'h' or 'H' or 'm' or 'M' or 's' or 'S'))
                IsDate = true;
        }
    }
}
