using System.Text.RegularExpressions;
using DisclosureArchive.Theme;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Conventions;

/// <summary>All text that is ours stands in the two resource files: none is missing, none unused, none elsewhere.</summary>
public sealed partial class WordsAreComplete
{
    /// <summary>
    /// What keys begin with whose rest is an id that the code only knows when it runs: of a row, a rule, a state, a code. Each has to be found
    /// in the code; of other prefixes the rest has to be found too.
    /// </summary>
    private static readonly string[] PrefixesOfIds =
    [
        "glossary.", "glossary.part.", "glossary.unit.", "glossary.change.", "about.crosswalk.", "rule.",
        "data.file.", "state.", "fact.", "edition.from.", "changelog.kind.", "format.", "severity.", "finding.", "section.", "punctuality.", "punctuality.rule.", "key.",
    ];

    /// <summary>Files in which Chinese is no text of the site's.</summary>
    private static readonly Dictionary<string, string> ChineseThatIsNoText = new(StringComparer.Ordinal)
    {
        ["site/Generator/Pages/Frames.cs"] = "what a language calls itself",
        ["theme/wwwroot/site.js"] = "what a language calls itself; the form's numbers",
        ["theme/wwwroot/search-index.js"] = "what readers type into the search",
        ["theme/wwwroot/compare.js"] = "names of cells",
        ["theme/wwwroot/figure-text.js"] = "what reports write in cells",
        ["theme/wwwroot/form-paste.js"] = "the form's numbers",
    };

    private static readonly Dictionary<string, string> Files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "theme"), "*", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "site", "Generator"), "*.cs", SearchOption.AllDirectories))
        .Where(path => Path.GetExtension(path) is ".cs" or ".razor" or ".js")
        .Select(path => (Path: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
        .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
        .ToDictionary(file => file.Path, file => Comment().Replace(file.Text, ""), StringComparer.Ordinal);

    private static readonly HashSet<string> Literals =
        [.. Files.Values.SelectMany(text => Literal().Matches(text)).Select(match => match.Groups["text"].Value)];

    /// <summary>What literals begin with before an argument: <c>$"rule.{id}"</c>, <c>'tables.' + turn</c>.</summary>
    private static readonly HashSet<string> Prefixes =
        [.. Files.Values.SelectMany(text => Prefix().Matches(text)).Select(match => match.Groups["text"].Value)];

    private static readonly Dictionary<string, string> Chinese = Words.Chinese.All.ToDictionary();

    private static readonly Dictionary<string, string> English = Words.English.All.ToDictionary();

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        Chinese.Keys.Where(key => !IsOfOne(key)).ShouldBe(English.Keys.Where(key => !IsOfOne(key)), ignoreOrder: true);
        Chinese.Keys.Concat(English.Keys).Where(IsOfOne).ShouldAllBe(key => Chinese.ContainsKey(Base(key)) && English.ContainsKey(Base(key)));
    }

    [Theory, InlineData("zh-CN"), InlineData("en")]
    public void No_key_stands_twice(string language) => Key().Matches(File.ReadAllText(Path.Combine(Repository.Root, "theme", "Words", $"{language}.json")))
        .Select(key => key.Groups[1].Value).ShouldBeUnique();

    [Fact]
    public void No_text_is_empty() => Chinese.Concat(English).ShouldAllBe(text => text.Value.Length > 0);

    [Fact]
    public void Both_languages_take_the_same_arguments()
    {
        Chinese.Where(text => English.TryGetValue(text.Key, out var english) && Arguments(english) != Arguments(text.Value)).Select(text => text.Key).ShouldBeEmpty();
        // One case may go without its number.
        English.Where(text => IsOfOne(text.Key)).ShouldAllBe(text => Arguments(Chinese[Base(text.Key)]).Contains(Arguments(text.Value), StringComparison.Ordinal));
    }

    private static string Arguments(string text) => string.Join(' ', Place().Matches(text).Select(place => place.Value).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_text_is_used()
    {
        Prefixes.IsSupersetOf(PrefixesOfIds).ShouldBeTrue(string.Join(' ', PrefixesOfIds.Except(Prefixes)));
        // What begins so is there for the dictionary of the English labels alone, which takes every text.
        Chinese.Keys.Where(key => !key.StartsWith("said.", StringComparison.Ordinal)).Where(key => !IsUsed(IsOfOne(key) ? Base(key) : key)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_that_the_code_names_has_a_text()
    {
        var named = Files.Where(file => !file.Key.EndsWith(".js", StringComparison.Ordinal)).SelectMany(file => Named().Matches(file.Value)).Select(match => match.Groups[1].Value);
        var script = Files.Where(file => file.Key.EndsWith(".js", StringComparison.Ordinal)).SelectMany(file => NamedByScript().Matches(file.Value)).Select(match => "script." + match.Groups[2].Value);

        named.Count().ShouldBeGreaterThan(100);
        script.Count().ShouldBeGreaterThan(3);
        named.Concat(script).Distinct().Where(key => !key.EndsWith('.') && !Chinese.ContainsKey(key)).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_stands_in_the_code()
    {
        var seen = Files.Where(file => file.Key.StartsWith("theme/", StringComparison.Ordinal) || file.Key.StartsWith("site/Generator/Pages/", StringComparison.Ordinal))
            .Where(file => Han().IsMatch(file.Value)).Select(file => file.Key);

        seen.ShouldBe(ChineseThatIsNoText.Keys, ignoreOrder: true);
    }

    private static bool IsOfOne(string key) => key.EndsWith(".one", StringComparison.Ordinal);

    private static string Base(string key) => key[..^".one".Length];

    private static bool IsUsed(string key)
    {
        var name = key.StartsWith("script.", StringComparison.Ordinal) ? key["script.".Length..] : key;
        if (Literals.Contains(name) || Enums.Contains(name))
            return true;
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            var prefix = name[..(dot + 1)];
            if ((Prefixes.Contains(prefix) && (PrefixesOfIds.Contains(prefix) || IsUsed(name[(dot + 1)..])))
                || (Literals.Contains(name[..dot]) && Literals.Contains(name[dot..])))
                return true;
        }

        return false;
    }

    /// <summary>Members of enumerations, which stand in keys by their names.</summary>
    private static readonly HashSet<string> Enums =
        [.. new[] { typeof(Words).Assembly, typeof(Generator.Pages.Terms).Assembly, typeof(Reports.Agency).Assembly }.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsEnum).SelectMany(Enum.GetNames)];

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|/\*.*?\*/|(?m-s:(?<!:)//.*$)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""(?<quote>["'`])(?<text>[A-Za-z0-9_.]+)\k<quote>""")]
    private static partial Regex Literal();

    [GeneratedRegex("""(?<quote>["'`])(?<text>[A-Za-z0-9_.]+\.)(?:\$?\{|\k<quote>)""")]
    private static partial Regex Prefix();

    [GeneratedRegex("""(?:\b[Ww]ords\[|\bCount\()"([a-z][A-Za-z0-9_.]*)"[],)]""")]
    private static partial Regex Named();

    [GeneratedRegex("""\b(?:(?:archiveP|p)hrase\(|(?:archiveW|w)ords\[)(["'])([A-Za-z0-9_.]+)\1""")]
    private static partial Regex NamedByScript();

    [GeneratedRegex("""^\s*"([^"]+)":""", RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Han();
}
