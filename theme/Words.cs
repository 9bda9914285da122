using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DisclosureArchive.Theme;

/// <summary>
/// The words of the site in one language: all text that is ours and no form's or report's, by key, from <c>Words/*.json</c>. A text may
/// have places for arguments, <c>{0}</c>. Both files hold the same keys; a test tells missing and unused ones.
/// </summary>
public sealed class Words
{
    /// <summary>The texts that scripts need have keys that begin so.</summary>
    private const string ScriptPrefix = "script.";

    private readonly FrozenDictionary<string, CompositeFormat> _texts;

    private Words(string language)
    {
        Language = language;
        var texts = ThemeFiles.ReadWords(language);
        _texts = texts.ToFrozenDictionary(text => text.Key, text => CompositeFormat.Parse(text.Value), StringComparer.Ordinal);
        All = [.. texts.OrderBy(text => text.Key, StringComparer.Ordinal)];
    }

    /// <summary>The words in Chinese: what every page is in first.</summary>
    public static Words Chinese { get; } = new("zh-CN");

    /// <summary>The words in English.</summary>
    public static Words English { get; } = new("en");

    /// <summary>The language as a BCP 47 tag: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; }

    public bool IsEnglish => Language == "en";

    /// <summary>Every key with its text, by key, ordinal.</summary>
    public ImmutableArray<KeyValuePair<string, string>> All { get; }

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public string this[string key] => _texts[key].Format;

    /// <summary>The text of a key with its arguments in place.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public string this[string key, params ReadOnlySpan<object?> arguments] =>
        string.Format(CultureInfo.InvariantCulture, _texts[key], arguments);

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>A text with a number: where the language sets off one from many and has the key with <c>.one</c> after it, that for one.</summary>
    public string Count(string key, int count) => this[count == 1 && Has($"{key}.one") ? $"{key}.one" : key, count];

    /// <summary>Several things said one after the other: 甲、乙; A, B.</summary>
    public string List(IEnumerable<string> things) => string.Join(this["list"], things);

    /// <summary>What scripts need to say, as a script that sets <c>archiveWords</c>.</summary>
    public byte[] Script() =>
        Encoding.UTF8.GetBytes($"window.archiveWords = {JsonSerializer.Serialize(
            All.Where(text => text.Key.StartsWith(ScriptPrefix, StringComparison.Ordinal)).ToDictionary(text => text.Key[ScriptPrefix.Length..], text => text.Value),
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })};\n");
}
