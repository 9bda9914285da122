using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>A web page as browsers save it in one file: a mail of several parts, the page first or named by its id, in base64 or quoted-printable.</summary>
/// <param name="IsQuoted">Whether the page is quoted-printable, not base64.</param>
public sealed record MhtmlLayout(bool IsQuoted) : Layout(IsQuoted ? "mht-quoted" : "mht", ".mht")
{
    public override byte[] Write(PrintedReport report, SplitMix random)
    {
        var page = new HtmlLayout(IsGbk: !IsQuoted, IsSplit: false).Write(report, random);
        var body = IsQuoted ? Quote(page) : Convert.ToBase64String(page, Base64FormattingOptions.InsertLineBreaks);
        return Encoding.ASCII.GetBytes($"""
            From: <Saved by a browser>
            Subject: =?utf-8?B?5bm05oql?=
            MIME-Version: 1.0
            Content-Type: multipart/related;
            	type="text/html";
            	boundary="----=_Part_1"

            This is a page in one file.

            ------=_Part_1
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Location: https://www.example.com/logo.png

            iVBORw0KGgo=

            ------=_Part_1
            Content-Type: text/html{(IsQuoted ? "" : "; charset=\"gb2312\"")}
            Content-Transfer-Encoding: {(IsQuoted ? "quoted-printable" : "base64")}
            Content-Location: https://www.example.com/report.html

            {body}
            ------=_Part_1--

            """.ReplaceLineEndings("\r\n"));
    }

    private static string Quote(byte[] page)
    {
        var text = new StringBuilder();
        var length = 0;
        foreach (var b in page)
        {
            if (b == '\n')
            {
                text.Append('\n');
                length = 0;
                continue;
            }

            var part = b is > 32 and < 127 and not (byte)'=' ? ((char)b).ToString() : $"={b:X2}";
            if (length + part.Length > 75)
            {
                text.Append("=\n");
                length = 0;
            }

            text.Append(part);
            length += part.Length;
        }

        return text.ToString();
    }
}
