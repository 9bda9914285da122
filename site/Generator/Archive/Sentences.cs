using System.Text;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Archive;

/// <summary>A sentence of a report's prose.</summary>
/// <param name="Text">As the report has it, without white space at its ends.</param>
/// <param name="Key">The same without white space, and with one sign for each number: sentences of the same key are the same but for digits.</param>
/// <param name="BeginsParagraph">Whether a paragraph begins with it.</param>
public readonly record struct Sentence(string Text, string Key, bool BeginsParagraph)
{
    /// <summary>How many characters it has, white space left out.</summary>
    public int Characters => Text.Count(c => !char.IsWhiteSpace(c) && !char.IsLowSurrogate(c));
}

/// <summary>
/// Takes the prose of those sections apart that are prose by the form: 一、总体情况, 五、存在的主要问题及改进情况, 六、其他需要报告的事项. Tables are left out,
/// and the signature with its date that ends the report.
/// </summary>
public static partial class Sentences
{
    private const string Ends = "。！？；!?;";
    private const string Closing = "”’」』）》)\"'";

    /// <summary>The sections that are compared, in the order of the form.</summary>
    public static IReadOnlyList<SectionKind> Sections { get; } = [SectionKind.Overview, SectionKind.Problems, SectionKind.Other];

    /// <summary>The sentences of all these sections, in order.</summary>
    public static IEnumerable<Sentence> Of(AnnualReport report) => Sections.SelectMany(kind => Of(report, kind));

    /// <summary>The sentences of the sections of one kind. One ends with <c>。！？；</c> or with its line; what has no letter is none.</summary>
    public static IEnumerable<Sentence> Of(AnnualReport report, SectionKind kind)
    {
        foreach (var section in report.Sections)
        {
            if (section.Kind != kind)
                continue;
            var blocks = section.Blocks.Select(block => block switch { Paragraph paragraph => paragraph.Text, Heading heading => heading.Text, _ => "" });
            foreach (var text in ReferenceEquals(section, report.Sections[^1]) ? WithoutSignature([.. blocks.SelectMany(text => text.Split('\n'))]) : blocks)
                foreach (var sentence in Of(text))
                    yield return sentence;
        }
    }

    /// <summary>A last line that ends with a date and is no sentence; a name in the line above a bare date.</summary>
    private static string[] WithoutSignature(string[] lines)
    {
        var end = lines.Length;
        while (end > 0 && string.IsNullOrWhiteSpace(lines[end - 1]))
            end--;
        if (end == 0 || lines[end - 1].IndexOfAny(Marks) >= 0 || DateAtEnd().Match(lines[end - 1]) is not { Success: true } date)
            return lines;
        end--;
        if (string.IsNullOrWhiteSpace(lines[end][..date.Index]) && end > 0 && lines[end - 1].Trim().Length is >= 3 and <= 40 && lines[end - 1].IndexOfAny(Marks) < 0)
            end--;
        return lines[..end];
    }

    private static readonly char[] Marks = ['。', '！', '？', '；', '，', '：', ',', ';', ':'];

    [GeneratedRegex(@"[\d〇零○Ｏ一二三四五六七八九十]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日[\s）)]*$")]
    private static partial Regex DateAtEnd();

    private static IEnumerable<Sentence> Of(string text)
    {
        var begins = true;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && text[end] != '\n' && !Ends.Contains(text[end]))
                end++;
            while (end < text.Length && Ends.Contains(text[end]))
                end++;
            while (end < text.Length && Closing.Contains(text[end]) && end > start)
                end++;
            if (end == start)
                end++;
            var sentence = text[start..end].Trim();
            if (sentence.Any(char.IsLetter))
            {
                yield return new Sentence(sentence, KeyOf(sentence), begins);
                begins = false;
            }

            begins |= end < text.Length && text[end] == '\n';
            start = end;
        }
    }

    private static string KeyOf(string sentence)
    {
        var key = new StringBuilder(sentence.Length);
        for (var i = 0; i < sentence.Length; i++)
        {
            if (char.IsWhiteSpace(sentence[i]))
                continue;
            if (!char.IsDigit(sentence[i]))
            {
                key.Append(sentence[i]);
                continue;
            }

            i = EndOfNumber(sentence, i) - 1;
            key.Append('0');
        }

        return key.ToString();
    }

    /// <summary>Where a number ends that begins at a place: 1,234.5 is one.</summary>
    internal static int EndOfNumber(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsDigit(text[end]) || (text[end] is '.' or ',' or '．' or '，' && end + 1 < text.Length && char.IsDigit(text[end + 1]) && text[end - 1] != text[end])))
            end++;
        return end;
    }
}
