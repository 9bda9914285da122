using System.Globalization;
using System.Text;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Checking;

/// <summary>Texts for a console. Reports and file names come from strangers: what they hold must neither steer a terminal nor command a build server.</summary>
internal static class ConsoleText
{
    /// <summary>
    /// A text on one line without control characters and without marks that turn the direction of writing; one that begins like a command of
    /// GitHub Actions (<c>::</c>, <c>##[</c>) begins with full-width signs instead.
    /// </summary>
    public static string Safe(string text)
    {
        if (!text.Any(IsUnsafe) && !BeginsLikeCommand(text))
            return text;
        var safe = new StringBuilder(text.ReplaceLineEndings(" "));
        for (var i = 0; i < safe.Length; i++)
            if (IsUnsafe(safe[i]))
                safe[i] = safe[i] is '\t' or '\n' or '\r' ? ' ' : '\uFFFD';
        var told = safe.ToString();
        return BeginsLikeCommand(told) ? told.TrimStart().Replace("::", "：：", StringComparison.Ordinal).Replace("##[", "＃＃[", StringComparison.Ordinal) : told;
    }

    /// <summary>File and line, then table, cell or page: <c>input/a.md:12（第1个表第2行第8格）</c>.</summary>
    public static string Place(Remark remark) => Place(remark.File, remark.Line, remark.Within);

    /// <summary>Where a cell stands; without the file if that is the one that is spoken of.</summary>
    public static string Place(RelationCell cell, string spokenOf) =>
        cell.Figure is not { Location.IsNone: false } figure ? Safe(cell.File)
        : cell.File == spokenOf ? figure.Location.ToChinese()
        : Place(new FilePlace(cell.File, figure.Location));

    private static string Place(FilePlace place) => Place(place.File, place.Line, place.Within);

    private static string Place(string file, int line, SourceLocation within) =>
        Safe(file) + (line > 0 ? $":{line}" : "") + (within.ToChinese() is { Length: > 0 } inside ? $"（{inside}）" : "");

    /// <summary>A number, or what stands in its place.</summary>
    public static string Value(Figure? figure) =>
        figure is null ? "没有此表" : Numbers.Text(figure.Value) ?? Terms.Chinese.Of(figure.State);

    /// <summary>The word for how much a remark matters.</summary>
    public static string Word(Remark remark) => remark.Weight == RemarkWeight.FailedRelation ? "不成立" : Terms.Chinese.Of(remark.Diagnostic.Severity);

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D' or '\u00AD'));

    private static bool BeginsLikeCommand(string text) =>
        text.AsSpan().TrimStart() is var start && (start.StartsWith("::", StringComparison.Ordinal) || start.StartsWith("##[", StringComparison.Ordinal));
}
