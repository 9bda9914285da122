using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Diagnostics;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Conventions;

/// <summary>The catalogue of diagnostics is complete in both languages, and <c>docs/diagnostics.md</c> says the same (<c>ACCEPT=1</c> rewrites its table).</summary>
public sealed partial class DiagnosticsAreDocumented
{
    private const string TableHead = "| 代码 Code | 级别 Severity | 说明 Message | 怎么办 Remedy |\n| --- | --- | --- | --- |\n";

    [Fact]
    public void EveryCodeIsUniqueAndWellFormed()
    {
        var rules = typeof(DiagnosticRules).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticRule>().ToList();
        rules.Count.ShouldBeGreaterThan(20);
        rules.Select(rule => rule.Code).ShouldBeUnique();
        rules.ShouldAllBe(rule => Code().IsMatch(rule.Code));
        DiagnosticRules.All.Keys.ShouldBe(rules.Select(rule => rule.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryRuleSpeaksBothLanguages()
    {
        foreach (var rule in DiagnosticRules.All.Values)
        {
            foreach (var chinese in (string[])[rule.Chinese, rule.RemedyChinese])
                chinese.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}", rule.Code);
            foreach (var english in (string[])[rule.English, rule.RemedyEnglish])
                english.ShouldMatch("[A-Za-z]{2}", rule.Code);
        }
    }

    [Fact]
    public void BothLanguagesUseTheSameArguments()
    {
        foreach (var rule in DiagnosticRules.All.Values)
        {
            Arguments(rule.Chinese).ShouldBe(Arguments(rule.English), rule.Code);
            Arguments(rule.RemedyChinese).ShouldBe(Arguments(rule.RemedyEnglish), $"{rule.Code}, remedy");

            var used = Arguments(rule.Chinese).Union(Arguments(rule.RemedyChinese)).Order().ToList();
            used.ShouldBe(Enumerable.Range(0, used.Count), $"{rule.Code}: arguments are numbered from 0 without a gap");
        }
    }

    [Fact]
    public void TheDocumentSaysWhatTheCatalogueSays()
    {
        var table = new StringBuilder(TableHead);
        foreach (var rule in DiagnosticRules.All.Values)
            table.Append(CultureInfo.InvariantCulture,
                $"| {rule.Code} | {Severity(rule.Severity)} | {rule.Chinese}<br>{rule.English} | {rule.RemedyChinese}<br>{rule.RemedyEnglish} |\n");

        GeneratedPart.ShouldBe("diagnostics.md", "codes", table.ToString());
    }

    private static string Severity(Severity severity) => severity switch
    {
        Diagnostics.Severity.Error => "错误 error",
        Diagnostics.Severity.Warning => "注意 warning",
        _ => "说明 info",
    };

    private static List<int> Arguments(string template) =>
        [.. Placeholder().Matches(template).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().Order()];

    [GeneratedRegex(@"^DA[1-9]\d{3}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Placeholder();
}
