using System.Text;
using System.Text.Unicode;

namespace DisclosureArchive.Generator.Publishing;

/// <summary>Where two texts begin to differ.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Published">That line of the one, cut to what is near the difference.</param>
/// <param name="Expected">That line of the other.</param>
internal sealed record TextDifference(int Line, string Published, string Expected)
{
    private const int BytesBefore = 60;
    private const int BytesAfter = 120;

    /// <summary>The first difference; null if one of them is no UTF-8 text.</summary>
    public static TextDifference? Of(ReadOnlySpan<byte> published, ReadOnlySpan<byte> expected)
    {
        if (!IsText(published) || !IsText(expected))
            return null;
        var at = published.CommonPrefixLength(expected);
        return new TextDifference(published[..at].Count((byte)'\n') + 1, Around(published, at), Around(expected, at));
    }

    private static bool IsText(ReadOnlySpan<byte> content) => Utf8.IsValid(content) && !content.Contains((byte)0);

    private static string Around(ReadOnlySpan<byte> text, int at)
    {
        var line = text[..at].LastIndexOf((byte)'\n') + 1;
        var length = text[at..].IndexOf((byte)'\n');
        var end = length < 0 ? text.Length : at + length;
        var from = Math.Max(line, at - BytesBefore);
        var to = Math.Min(end, at + BytesAfter);
        while (from > line && IsWithinCharacter(text[from]))
            from--;
        while (to < end && IsWithinCharacter(text[to]))
            to++;
        return (from > line ? "…" : "") + Visible(Encoding.UTF8.GetString(text[from..to])) + (to < end ? "…" : "");
    }

    private static bool IsWithinCharacter(byte value) => (value & 0xC0) == 0x80;

    /// <summary>What comes from a file must not drive the terminal.</summary>
    private static string Visible(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
