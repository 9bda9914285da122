using System.Collections.Frozen;
using System.Text.Json;

namespace DisclosureArchive.Generator.Commands;

/// <summary>
/// What the program says of its commands in one language, from <c>Commands/Help/*.json</c>. Keys: <c>build</c> for a command (empty for the program itself),
/// <c>build --input</c> for an option, <c>check 文件或文件夹</c> for an argument by its name, <c>build $ …</c> for an example with what it does.
/// </summary>
internal sealed class HelpTexts
{
    private const string Example = " $ ";

    private HelpTexts(string language)
    {
        IsEnglish = language == "en";
        using var stream = typeof(HelpTexts).Assembly.GetManifestResourceStream($"Help.{language}.json")!;
        var texts = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }).RootElement.EnumerateObject().Select(text => KeyValuePair.Create(text.Name, text.Value.GetString()!)).ToList();
        All = texts.ToFrozenDictionary(StringComparer.Ordinal);
        Examples = texts.Where(text => text.Key.Contains(Example, StringComparison.Ordinal))
            .ToLookup(text => text.Key[..text.Key.IndexOf(Example, StringComparison.Ordinal)], text => (text.Key[(text.Key.IndexOf(Example, StringComparison.Ordinal) + Example.Length)..], text.Value));
    }

    public static HelpTexts Chinese { get; } = new("zh-CN");

    public static HelpTexts English { get; } = new("en");

    /// <summary>Those for whoever runs the program: English where the locale says so, else Chinese.</summary>
    public static HelpTexts Current => IsEnglishIn(Environment.GetEnvironmentVariable) ? English : Chinese;

    public bool IsEnglish { get; }

    /// <summary>All texts by key.</summary>
    public FrozenDictionary<string, string> All { get; }

    /// <summary>Examples by command, in the order of the file: what to type after the program's name, and what it does.</summary>
    public ILookup<string, (string Arguments, string Meaning)> Examples { get; }

    /// <summary>Whether an environment asks for English: as everywhere, the first of these variables that is set decides.</summary>
    public static bool IsEnglishIn(Func<string, string?> variable) =>
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value))
            ?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
}
