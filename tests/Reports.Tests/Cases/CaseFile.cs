using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Tests.Cases;

/// <summary>A fenced block of a case file.</summary>
/// <param name="Kind">First word of its info string: <c>txt</c>, <c>figures</c> …</param>
/// <param name="Options">The <c>name=value</c> words after it.</param>
/// <param name="FirstLine">Index of its first line in the file, from 0.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record CaseBlock(string Kind, ImmutableDictionary<string, string> Options, int FirstLine, ImmutableArray<string> Lines)
{
    /// <summary>Its lines that say something, split at the first <c> = </c>, with their index in the file.</summary>
    public IEnumerable<(int Line, string Left, string Right)> Statements =>
        from entry in Lines.Select((text, index) => (Text: text, Line: FirstLine + index))
        where entry.Text.Trim().Length > 0
        let parts = entry.Text.Split(" = ", 2)
        select (entry.Line, parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : "");
}

/// <summary>One readable case: a messy input and what it means. <c>tests/cases/README.md</c> describes the format.</summary>
internal sealed class CaseFile
{
    private static readonly string[] Containers = ["txt", "md", "html", "docx"];

    public CaseFile(string path)
    {
        FullPath = path;
        Lines = [.. File.ReadAllText(path).Split('\n')];
        Blocks = [.. ReadBlocks(Lines)];
        var input = Blocks.Where(block => Containers.Contains(block.Kind)).ToList();
        Input = input.Count == 1 ? input[0] : throw new FormatException($"{path}: a case has one input block, this one has {input.Count}.");
        foreach (var block in Blocks.Where(block => !Containers.Contains(block.Kind) && !Expectation.Kinds.Contains(block.Kind) && block.Kind is not ("sidecar" or "register")))
            throw new FormatException($"{path}: there is no block called {block.Kind}.");
    }

    public string FullPath { get; }

    public ImmutableArray<string> Lines { get; }

    public ImmutableArray<CaseBlock> Blocks { get; }

    public CaseBlock Input { get; }

    public SourceFile Source => new(Input.Options.GetValueOrDefault("name", $"report.{Input.Kind}"), Content());

    public Sidecar Sidecar
    {
        get
        {
            var says = Statements("sidecar").Where(statement => statement.Left is not ("correction" or "transcribed")).ToDictionary(statement => statement.Left, statement => statement.Right);
            return new Sidecar(
                Agency: says.GetValueOrDefault("agency"),
                Year: says.TryGetValue("year", out var year) ? int.Parse(year, CultureInfo.InvariantCulture) : null,
                Published: says.TryGetValue("published", out var date) ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                Corrections: [.. Statements("sidecar").Where(statement => statement.Left == "correction").Select(statement => MakeCorrection(statement.Right))],
                Form: says.TryGetValue("form", out var form) ? Editions.Get(form) : null,
                Transcription: says.TryGetValue("transcribed_by", out var by)
                    ? new Transcription(by, [.. Statements("sidecar").Where(statement => statement.Left == "transcribed").Select(MakeTranscribed)])
                    : null);
        }
    }

    /// <summary>Lines such as <c>shili-minzheng = 示例县民政局 | 县民政局</c>: id, name, aliases.</summary>
    public AgencyRegister Register =>
        new([.. from statement in Statements("register")
                let names = statement.Right.Split('|', StringSplitOptions.TrimEntries)
                select new Agency(statement.Left, names[0], "", "", [.. names.Skip(1)])]);

    private IEnumerable<(int Line, string Left, string Right)> Statements(string kind) =>
        Blocks.Where(block => block.Kind == kind).SelectMany(block => block.Statements);

    private byte[] Content()
    {
        var newline = Input.Options.GetValueOrDefault("newline") == "crlf" ? "\r\n" : "\n";
        var text = string.Join(newline, Input.Lines) + newline;
        return Input.Kind == "docx" ? DocxWriter.Write(text) : Input.Options.GetValueOrDefault("encoding") switch
        {
            null => new UTF8Encoding(false).GetBytes(text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            var name => (CodePagesEncodingProvider.Instance.GetEncoding(name) ?? throw new FormatException($"{FullPath}: no encoding {name}.")).GetBytes(text),
        };
    }

    private static Correction MakeCorrection(string text)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        return new Correction(parts[0], parts[1], decimal.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }

    /// <summary><c>requests.received.total | 12</c>, or a row: <c>requests.received | [12 0 0 0 0 0 12]</c>; <c>""</c> for a blank cell.</summary>
    private static TranscribedLine MakeTranscribed((int Line, string Left, string Right) statement)
    {
        var parts = statement.Right.Split('|', StringSplitOptions.TrimEntries);
        var isRow = parts[1].StartsWith('[');
        var texts = isRow ? parts[1].Trim('[', ']').Split(' ') : [parts[1]];
        return new TranscribedLine(
            parts[0], isRow, [.. texts.Select(text => new TranscribedValue(text == "\"\"" ? "" : text, statement.Line + 1))], statement.Line + 1);
    }

    private static IEnumerable<CaseBlock> ReadBlocks(ImmutableArray<string> lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            var first = i + 1;
            var end = first;
            while (end < lines.Length && lines[end] != "```")
                end++;
            var words = lines[i][3..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return new CaseBlock(
                words[0], words.Skip(1).Select(word => word.Split('=', 2)).ToImmutableDictionary(pair => pair[0], pair => pair[1]), first, lines[first..end]);
            i = end;
        }
    }
}
