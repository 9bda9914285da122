using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureArchive.Reports.Reading.Mhtml;

/// <summary>A part of a MIME message (RFC 2045): its header fields that matter, and its bytes as they were sent.</summary>
internal sealed partial class MimePart
{
    private const int Deepest = 8;
    private const int LongestHead = 64 * 1024;

    private readonly ReadOnlyMemory<byte> _body;
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private MimePart(ReadOnlyMemory<byte> bytes)
    {
        var name = "";
        var at = 0;
        var span = bytes.Span;
        while (at < Math.Min(span.Length, LongestHead))
        {
            var line = Line(span, at, out var next);
            at = next;
            if (line.IsEmpty && (name.Length > 0 || _fields.Count > 0))
                break;
            var text = Encoding.Latin1.GetString(line);
            if (text.Length > 0 && text[0] is ' ' or '\t' && name.Length > 0)
                _fields[name] += " " + text.Trim();
            else if (text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                _fields.TryAdd(name = text[..colon].Trim(), text[(colon + 1)..].Trim());
        }

        _body = bytes[at..];
    }

    /// <summary>The media type in lower case, such as <c>text/html</c>.</summary>
    public string Type => Field("Content-Type").Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } type ? type : "text/plain";

    public string? Charset => Parameter("charset");

    private string Id => Field("Content-ID").Trim('<', '>');

    /// <summary>
    /// The page that a message is about: the part that it names, else the first that is HTML; null if there is none. No other part is looked into.
    /// </summary>
    public static MimePart? PageOf(ReadOnlyMemory<byte> message) => new MimePart(message).Page(0);

    private MimePart? Page(int depth)
    {
        if (Type is "text/html" or "application/xhtml+xml")
            return this;
        if (depth > Deepest || !Type.StartsWith("multipart/", StringComparison.Ordinal) || Parameter("boundary") is not { Length: > 0 } boundary)
            return null;
        MimePart? first = null;
        var start = Parameter("start")?.Trim('<', '>');
        foreach (var bytes in Parts("--" + boundary))
        {
            var part = new MimePart(bytes);
            if (start is { Length: > 0 } && part.Id == start && part.Page(depth + 1) is { } named)
                return named;
            first ??= part.Page(depth + 1);
            if (start is not { Length: > 0 } && first is not null)
                break;
        }

        return first;
    }

    /// <summary>The bytes with the transfer encoding undone. What is no base64 is left out.</summary>
    public byte[] Decode() => Field("Content-Transfer-Encoding").Trim().ToLowerInvariant() switch
    {
        "base64" => FromBase64(_body.Span),
        "quoted-printable" => FromQuotedPrintable(_body.Span),
        _ => _body.ToArray(),
    };

    private string Field(string name) => _fields.GetValueOrDefault(name, "");

    private string? Parameter(string name)
    {
        foreach (Match match in ParameterText().Matches(Field("Content-Type")))
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value;
        return null;
    }

    private IEnumerable<ReadOnlyMemory<byte>> Parts(string boundary)
    {
        var mark = Encoding.Latin1.GetBytes(boundary);
        var start = -1;
        for (var at = 0; at < _body.Length;)
        {
            var isMark = IsMark(at, mark, out var next);
            if (isMark && start >= 0)
                yield return _body[start..at];
            if (isMark)
                start = next;
            at = next;
        }

        if (start >= 0 && start < _body.Length)
            yield return _body[start..];
    }

    private bool IsMark(int at, byte[] mark, out int next)
    {
        var line = Line(_body.Span, at, out next);
        return line.StartsWith(mark) && line[mark.Length..].Trim("- \t"u8).IsEmpty;
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> bytes, int at, out int next)
    {
        var length = bytes[at..].IndexOf((byte)'\n');
        next = length < 0 ? bytes.Length : at + length + 1;
        return bytes[at..(length < 0 ? bytes.Length : at + length)].TrimEnd((byte)'\r');
    }

    private static byte[] FromBase64(ReadOnlySpan<byte> body)
    {
        var letters = new StringBuilder(body.Length);
        foreach (var b in body)
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/')
                letters.Append((char)b);
        if (letters.Length % 4 == 1)
            letters.Length--;
        letters.Append('=', (4 - (letters.Length % 4)) % 4);
        return Convert.FromBase64String(letters.ToString());
    }

    private static byte[] FromQuotedPrintable(ReadOnlySpan<byte> body)
    {
        var decoded = new List<byte>(body.Length);
        for (var at = 0; at < body.Length;)
        {
            var line = Line(body, at, out var next).TrimEnd(" \t"u8);
            at = next;
            var isBroken = line.EndsWith("="u8);
            if (isBroken)
                line = line[..^1];
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] == '=' && i + 2 < line.Length && char.IsAsciiHexDigit((char)line[i + 1]) && char.IsAsciiHexDigit((char)line[i + 2]))
                {
                    decoded.Add(Convert.FromHexString([(char)line[i + 1], (char)line[i + 2]])[0]);
                    i += 2;
                }
                else
                {
                    decoded.Add(line[i]);
                }
            }

            if (!isBroken)
                decoded.Add((byte)'\n');
        }

        return [.. decoded];
    }

    [GeneratedRegex(""";\s*(?<name>[A-Za-z-]+)\s*=\s*("(?<quoted>[^"]*)"|(?<plain>[^\s;"]+))""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ParameterText();
}
