using System.Text;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Documents;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Cases;

/// <summary>
/// The worst that can happen to an archive is a figure in the wrong cell. So: take each layout, lose one figure (its text, or
/// its whole cell), and read again. Every figure that is still given must be the one that stood there before.
/// </summary>
public sealed partial class LostCellsShiftNothing
{
    private const int Sample = 12;

    public static TheoryData<string> Layouts =>
        [.. CasesReadAsTheyMean.Files.Select(row => row.Data).Where(path => path.StartsWith("layouts/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void TheTextOfAFigureIsLost(string path) => Lose(path, (input, figure) => input.Remove(figure.Index, figure.Length));

    [Theory]
    [MemberData(nameof(Layouts))]
    public void TheWholeCellIsLost(string path) => Lose(path, (input, figure) =>
    {
        var end = figure.Index + figure.Length;
        var cell = input.LastIndexOf("<td", figure.Index, StringComparison.Ordinal);
        if (cell >= 0 && input.IndexOf("</td>", end, StringComparison.Ordinal) is var close and >= 0)
            return input.Remove(cell, close + "</td>".Length - cell);
        var start = figure.Index;
        while (start > 0 && input[start - 1] is ' ' or '\t' or '|' or '│')
            start--;
        if (start > 0 && input[start - 1] == '\n' && input[end..].StartsWith('\n'))
            start--;
        return input.Remove(start, end - start);
    });

    private static void Lose(string path, Func<string, Match, string> lose)
    {
        var file = new CaseFile(Path.Combine(Repository.Cases, path));
        var input = string.Join('\n', file.Input.Lines) + "\n";
        var before = Read(file, input).Figures.ToDictionary(figure => figure.Name, figure => figure.Value);
        before.Values.Count(value => value is not null).ShouldBeGreaterThan(190);

        var figures = CellFigure().Matches(input);
        figures.Count.ShouldBeGreaterThan(170);
        var problems = new StringBuilder();
        for (var i = 0; i < figures.Count; i += Math.Max(1, figures.Count / Sample))
            foreach (var figure in Read(file, lose(input, figures[i])).Figures)
                if (figure.Value is { } value && value != before.GetValueOrDefault(figure.Name))
                    problems.Append($"line {input[..figures[i].Index].Count(character => character == '\n') + 1} without its {figures[i].Value}: ")
                        .Append($"{figure.Name} = {value} from “{figure.Raw}” at {figure.Location}, was {before.GetValueOrDefault(figure.Name)}\n");
        problems.ToString().ShouldBeEmpty();
    }

    private static AnnualReport Read(CaseFile file, string input) =>
        Tools.Reader().Read(new SourceFile(file.Source.Path, file.Input.Kind == "docx"
            ? DocxWriter.Write(input)
            : Encoding.UTF8.GetBytes(input.Replace("gb2312", "utf-8", StringComparison.Ordinal))), Sidecar.None);

    /// <summary>A number that is the whole of its cell, not one of several runs of it.</summary>
    [GeneratedRegex(@"(?<=[\t|│ >;]\s*|\n)(?>\d+(\.\d+)?)(?=\s*(?:[\t|│\n]|<(?!/(?:r|ins|del)>))|\s+\d)")]
    private static partial Regex CellFigure();
}
