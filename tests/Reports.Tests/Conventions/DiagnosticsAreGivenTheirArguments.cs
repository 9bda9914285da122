using System.Text;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Conventions;

/// <summary>Every place of the program that says something of a file gives the message all that it speaks of; and one that does not breaks no page.</summary>
public sealed partial class DiagnosticsAreGivenTheirArguments
{
    public static TheoryData<string> Codes => [.. DiagnosticRules.All.Keys];

    [Fact]
    public void EveryCallGivesAsManyArgumentsAsItsMessageHas()
    {
        var wrong = new List<string>();
        var calls = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "site"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var code = File.ReadAllText(file);
            foreach (Match call in Call().Matches(code))
            {
                calls++;
                var given = CountArguments(code, call.Index + call.Length) - (call.Groups["way"].Value == "At" ? 1 : 0);
                foreach (var name in call.Groups["rule"].Captures.Select(capture => capture.Value))
                {
                    var rule = (DiagnosticRule)typeof(DiagnosticRules).GetField(name).ShouldNotBeNull($"{name} in {file}").GetValue(null)!;
                    if (given != Needed(rule))
                        wrong.Add($"{Path.GetFileName(file)}: {call.Value}… gives {given}, {rule.Code} needs {Needed(rule)}");
                }
            }
        }

        calls.ShouldBeGreaterThan(30);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void AMissingArgumentShowsAsAnEmptyMark(string code)
    {
        var rule = DiagnosticRules.All[code];
        var said = rule.At(SourceLocation.AtLine(1));
        foreach (var (text, template) in new[]
        {
            (said.Chinese, rule.Chinese), (said.English, rule.English),
            (said.RemedyChinese, rule.RemedyChinese), (said.RemedyEnglish, rule.RemedyEnglish),
        })
            text.ShouldBe(Placeholder().Replace(template, Diagnostic.Absent));
    }

    [Fact]
    public void ArgumentsStandWhereTheMessageSpeaksOfThem()
    {
        var rule = new DiagnosticRule("DA9999", Severity.Info, "{1}、{0}、{2}", "{0}", "{0}", "{0}");
        rule.For("甲", "乙").Chinese.ShouldBe("乙、甲、—");
        rule.For("甲", "乙", "丙", "{3}").Chinese.ShouldBe("乙、甲、丙");
        rule.For("{5}").English.ShouldBe("{5}");
    }

    private static int Needed(DiagnosticRule rule) =>
        new[] { rule.Chinese, rule.English, rule.RemedyChinese, rule.RemedyEnglish }.Max(template => CompositeFormat.Parse(template).MinimumArgumentCount);

    /// <summary>The arguments of a call, told from the commas between its brackets that stand in no bracket or text of their own.</summary>
    private static int CountArguments(string code, int start)
    {
        var depth = 1;
        var commas = 0;
        var isEmpty = true;
        for (var i = start; depth > 0; i++)
        {
            isEmpty &= code[i] is ')' || char.IsWhiteSpace(code[i]);
            if (code[i] == '"')
                i = code.IndexOf('"', i + 1);
            else
            {
                depth += code[i] is '(' or '[' or '{' ? 1 : code[i] is ')' or ']' or '}' ? -1 : 0;
                commas += depth == 1 && code[i] == ',' ? 1 : 0;
            }
        }

        return isEmpty ? 0 : commas + 1;
    }

    [GeneratedRegex(@"DiagnosticRules\.(?<rule>\w+)(?:\s*:\s*DiagnosticRules\.(?<rule>\w+)\))?\.(?<way>At|For)\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
