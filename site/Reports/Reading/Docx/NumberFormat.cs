using System.Globalization;
using System.Text;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>A list number as Word prints it in one of its number formats (<c>w:numFmt</c>).</summary>
internal static class NumberFormat
{
    private const string ChineseDigits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string HeavenlyStems = "甲乙丙丁戊己庚辛壬癸";
    private const string EarthlyBranches = "子丑寅卯辰巳午未申酉戌亥";

    public static string Print(int number, string format) => number < 0 ? Decimal(number) : format switch
    {
        "none" or "bullet" => "",
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            or "japaneseCounting" or "koreanCounting" => Counting(number, "零一二三四五六七八九", "十百千"),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => Counting(number, LegalDigits, "拾佰仟"),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" or "koreanDigital2" => Digits(number, ChineseDigits),
        "decimalFullWidth" or "decimalFullWidth2" => Digits(number, "０１２３４５６７８９"),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(number),
        "decimalEnclosedParen" => number is >= 1 and <= 20 ? Symbol('⑴', number) : $"({Decimal(number)})",
        "decimalEnclosedFullstop" => number is >= 1 and <= 20 ? Symbol('⒈', number) : $"{Decimal(number)}.",
        "ideographEnclosedCircle" => number is >= 1 and <= 10 ? Symbol('㊀', number) : Decimal(number),
        "ideographTraditional" => Listed(number, HeavenlyStems),
        "ideographZodiac" => Listed(number, EarthlyBranches),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Symbol(char first, int number) => ((char)(first + number - 1)).ToString();

    private static string Digits(int number, string digits) => string.Concat(Decimal(number).Select(c => digits[c - '0']));

    private static string Listed(int number, string names) =>
        number >= 1 && number <= names.Length ? names[number - 1].ToString() : Decimal(number);

    private static string Circled(int number) => number switch
    {
        >= 1 and <= 20 => Symbol('①', number),
        >= 21 and <= 35 => Symbol('㉑', number - 20),
        >= 36 and <= 50 => Symbol('㊱', number - 35),
        _ => Decimal(number),
    };

    private static string Letters(int number, char first) => number is >= 1 and <= 780
        ? new string((char)(first + (number - 1) % 26), (number - 1) / 26 + 1)
        : Decimal(number);

    private static string Counting(int number, string digits, string units)
    {
        if (number is 0 or > 9999)
            return number == 0 ? digits[0].ToString() : Digits(number, digits);
        var printed = Decimal(number);
        var text = new StringBuilder();
        var gap = false;
        for (var index = 0; index < printed.Length; index++)
        {
            var digit = printed[index] - '0';
            var power = printed.Length - index - 1;
            if (digit == 0)
            {
                gap = true;
                continue;
            }

            if (gap)
                text.Append(digits[0]);
            gap = false;
            // 十, but 壹拾.
            if (!(digit == 1 && power == 1 && index == 0 && units[0] == '十'))
                text.Append(digits[digit]);
            if (power > 0)
                text.Append(units[power - 1]);
        }

        return text.ToString();
    }

    private static string Roman(int number)
    {
        if (number is 0 or > 3999)
            return Decimal(number);
        (int Value, string Text)[] steps =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var text = new StringBuilder();
        foreach (var (value, letters) in steps)
        {
            for (; number >= value; number -= value)
                text.Append(letters);
        }

        return text.ToString();
    }
}
