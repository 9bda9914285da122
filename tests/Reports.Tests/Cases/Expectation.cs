using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Tests.Cases;

/// <summary>One expected line of a case, judged.</summary>
/// <param name="Line">Its index in the case file, from 0.</param>
/// <param name="Holds">Whether the report says so.</param>
/// <param name="Actual">What stands on the line's right side in truth; null if it can't be written there.</param>
/// <param name="Problem">What is wrong, for a reader; empty if it holds.</param>
internal sealed record Verdict(int Line, bool Holds, string? Actual, string Problem)
{
    public static Verdict Good(int line) => new(line, true, null, "");

    public static Verdict Bad(int line, string? actual, string problem) => new(line, false, actual, problem);

    public static Verdict Of(int line, bool holds, string? actual, string problem) => holds ? Good(line) : Bad(line, actual, problem);
}

/// <summary>Judges the expected blocks of a case against the report that was read.</summary>
internal static class Expectation
{
    public static readonly string[] Kinds = ["figures", "facts", "checks", "diagnostics", "sections"];

    public static IEnumerable<Verdict> Judge(CaseFile file, AnnualReport report) =>
        file.Blocks.SelectMany(block => block.Kind switch
        {
            "figures" => Figures(block, report),
            "facts" => Facts(block, report),
            "checks" => Checks(block, report),
            "diagnostics" => Diagnostics(block, report),
            "sections" => Sections(block, report),
            _ => [],
        });

    /// <summary>A figure as a case writes it: <c>12</c>, <c>-4</c>, <c>blank</c>, <c>not_applicable</c> …</summary>
    public static string Word(Figure? figure) => figure switch
    {
        null or { State: FigureState.Missing } => "missing",
        { State: FigureState.Reported, Value: { } value } => value.ToString("0.############", CultureInfo.InvariantCulture),
        { State: FigureState.NotApplicable } => "not_applicable",
        _ => figure.State.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<Verdict> Figures(CaseBlock block, AnnualReport report)
    {
        var figures = report.Figures.Concat(report.OwnTables.SelectMany(table => table.Figures)).ToList();
        var byName = figures.ToLookup(figure => figure.Name.ToString());
        var named = block.Statements.Where(statement => !statement.Left.Contains('*')).Select(statement => statement.Left).ToHashSet();

        foreach (var (line, left, right) in block.Statements)
        {
            var words = right.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["absent"])
            {
                var found = figures.FirstOrDefault(figure => figure.Name.ToString().StartsWith(left + ".", StringComparison.Ordinal));
                yield return Verdict.Of(line, found is null, null, $"WRONG  {left} should not be there, but has {found?.Name} = {Word(found)}");
            }
            else if (left.Contains('*'))
            {
                var matching = figures.Where(figure => Matches(left, figure.Name.ToString())
                    && !named.Contains(figure.Name.ToString()) && !named.Contains($"{figure.Name.Table}.{figure.Name.Row}")).ToList();
                var wrong = matching.Where(figure => !Fits(words.Single(), figure)).Select(figure => Describe(words[0], figure)).ToList();
                yield return Verdict.Of(line, matching.Count > 0 && wrong.Count == 0, null,
                    matching.Count == 0 ? $"lost   {left}: no such figure" : string.Join("\n    ", wrong));
            }
            else if (words.Length > 1)
            {
                var row = figures.Where(figure => $"{figure.Name.Table}.{figure.Name.Row}" == left).ToList();
                var holds = row.Count == 0
                    ? words.All(word => Fits(word, null))
                    : row.Count == words.Length && row.Zip(words).All(pair => Fits(pair.Second, pair.First));
                yield return Verdict.Of(line, holds, string.Join(' ', row.Select(Word)), row.Count != words.Length
                    ? $"lost   {left} has {row.Count} figures, expected {words.Length}"
                    : string.Join("\n    ", row.Zip(words).Where(pair => !Fits(pair.Second, pair.First)).Select(pair => Describe(pair.Second, pair.First))));
            }
            else
            {
                var found = byName[left].ToList();
                yield return found.Count > 1
                    ? Verdict.Bad(line, null, $"WRONG  {left} is given {found.Count} times")
                    : Verdict.Of(line, Fits(right, found.SingleOrDefault()), Word(found.SingleOrDefault()), Describe(right, found.SingleOrDefault(), left));
            }
        }
    }

    private static IEnumerable<Verdict> Facts(CaseBlock block, AnnualReport report)
    {
        foreach (var (line, left, right) in block.Statements)
        {
            var actual = left switch
            {
                "agency" => report.AgencyName?.Value,
                "agency_from" => report.AgencyName?.Source.ToString(),
                "agency_id" => report.Agency?.Id,
                "year" => report.Year?.Value.ToString(CultureInfo.InvariantCulture),
                "year_from" => report.Year?.Source.ToString(),
                "published" => report.Published?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "form" => report.Edition?.Id,
                "title" => report.Title,
                "transcribed_by" => report.TranscribedBy,
                "encoding" => report.Source.Encoding,
                "own_tables" => report.OwnTables.Length.ToString(CultureInfo.InvariantCulture),
                "own_title" => report.OwnTables.FirstOrDefault()?.Title,
                _ => throw new FormatException($"There is no fact called {left}."),
            };
            actual = string.IsNullOrEmpty(actual) ? "?" : actual;
            yield return Verdict.Of(line, right.Split(" | ").Contains(actual), actual, $"fact   {left} = {right}, got {actual}");
        }
    }

    private static IEnumerable<Verdict> Checks(CaseBlock block, AnnualReport report)
    {
        var named = block.Statements.Where(statement => !statement.Left.Contains('*')).Select(statement => statement.Left).ToHashSet();
        foreach (var (line, left, right) in block.Statements)
        {
            var matching = report.Findings.Where(finding => left.Contains('*')
                ? Matches(left, finding.Relation) && !named.Contains(finding.Relation)
                : finding.Relation == left).ToList();
            var accepted = right.Split(" | ");
            if (matching.Count == 0)
                yield return Verdict.Of(line, accepted.Contains("absent"), "absent", $"check  {left} = {right}: no such finding");
            else
            {
                var wrong = matching.Where(finding => !accepted.Contains(Word(finding.Status))).ToList();
                yield return Verdict.Of(line, wrong.Count == 0, wrong.Count == 1 && matching.Count == 1 ? Word(wrong[0].Status) : null,
                    string.Join("\n    ", wrong.Select(finding =>
                        $"check  {finding.Relation} = {right}, got {Word(finding.Status)}: {finding.Left} | {finding.Right} {finding.Detail} {finding.Quote}")));
            }
        }
    }

    private static IEnumerable<Verdict> Diagnostics(CaseBlock block, AnnualReport report)
    {
        foreach (var (line, left, _) in block.Statements)
        {
            var parts = left.TrimStart('!').Split(' ', 2);
            var found = report.Diagnostics.FirstOrDefault(diagnostic =>
                diagnostic.Code == parts[0] && (parts.Length == 1 || diagnostic.Chinese.Contains(parts[1], StringComparison.Ordinal)));
            var unwanted = left.StartsWith('!');
            yield return Verdict.Of(line, found is null == unwanted, null,
                unwanted ? $"diag   {left}, but: {found?.Chinese} {found?.Location}" : $"diag   no {left}");
        }
    }

    /// <summary>
    /// <c>problems: 五、存在的主要问题</c> lines are all sections in order (the preamble left out);
    /// <c>problems ~ words</c> and <c>problems !~ words</c>: the section has, or has not, these words.
    /// </summary>
    private static IEnumerable<Verdict> Sections(CaseBlock block, AnnualReport report)
    {
        var printed = report.Sections.Where(section => section.Kind != SectionKind.Preamble)
            .Select(section => $"{section.Kind.ToString().ToLowerInvariant()}: {section.Heading}").ToList();
        var lines = block.Lines.Select((text, index) => (Text: text.Trim(), Line: block.FirstLine + index)).Where(entry => entry.Text.Length > 0).ToList();
        var headings = lines.Where(entry => !entry.Text.Contains('~')).ToList();
        if (headings.Count > 0)
            yield return Verdict.Of(headings[0].Line, printed.SequenceEqual(headings.Select(entry => entry.Text)), null,
                $"sections are:\n      {string.Join("\n      ", printed)}");
        foreach (var (text, line) in lines.Where(entry => entry.Text.Contains('~')))
        {
            var unwanted = text.Contains("!~", StringComparison.Ordinal);
            var parts = text.Split(unwanted ? "!~" : "~", 2, StringSplitOptions.TrimEntries);
            var prose = string.Join('\n', report.Sections.Where(section => section.Kind.ToString().Equals(parts[0], StringComparison.OrdinalIgnoreCase))
                .SelectMany(section => section.Blocks).Select(TextOf));
            yield return Verdict.Of(line, prose.Contains(parts[1], StringComparison.Ordinal) != unwanted, null, $"section {text}\n    its prose: {prose}");
        }
    }

    private static string TextOf(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text,
        Table table => string.Join('\n', table.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Text)))),
        _ => "",
    };

    /// <summary><c>12?</c>: 12, or no value at all (unreadable, missing) but never another number. <c>none</c>: no value, whatever the state.</summary>
    private static bool Fits(string word, Figure? figure)
    {
        var actual = Word(figure);
        return word == "none" ? figure?.Value is null
            : word.EndsWith('?') ? actual == word[..^1] || figure?.Value is null
            : actual == word;
    }

    private static string Describe(string expected, Figure? figure, string? name = null) =>
        $"{(figure?.Value is null ? "lost  " : "WRONG ")} {name ?? figure?.Name.ToString()} = {expected}, got {Word(figure)}"
        + (figure is null ? "" : $" from “{figure.Raw}” at {figure.Location}");

    private static string Word(FindingStatus status) => status switch
    {
        FindingStatus.NotAssessable => "not_assessable",
        _ => status.ToString().ToLowerInvariant(),
    };

    private static bool Matches(string pattern, string name) =>
        Regex.IsMatch(name, $"^{Regex.Escape(pattern).Replace(@"\*", ".+", StringComparison.Ordinal)}$");
}
