using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Checking;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Serving;

/// <summary>The source of the theme, in the source tree of the program.</summary>
internal sealed class ThemeSource
{
    private const string ProjectName = "DisclosureArchive.Theme.csproj";

    /// <summary>Where it usually lies in the source tree.</summary>
    public const string UsualFolder = "theme";

    private const string WordsFolder = "Words/";

    private static readonly string[] CodeEndings = [".razor", ".cs", ".csproj"];

    private static readonly string[] Made = ["bin", "obj"];

    private ThemeSource(string folder, string program) => (Folder, Program) = (folder, program);

    /// <summary>Its folder, as the user named it.</summary>
    public string Folder { get; }

    /// <summary>The project of the program that is built with it.</summary>
    public string Program { get; }

    /// <summary>Names what the code is at present: it must be compiled when that changes.</summary>
    public string Code => StateOf(path => !IsTaken(path) && CodeEndings.Contains(Path.GetExtension(path)));

    /// <summary>Names what the words are at present: a running program has read them once and for all.</summary>
    public string Texts => StateOf(path => path.StartsWith(WordsFolder, StringComparison.Ordinal));

    /// <summary>The source in a folder; null if it holds none, or none that a program can be compiled from.</summary>
    public static ThemeSource? In(string folder)
    {
        var program = Path.Combine(Path.GetFullPath(folder), "..", "site", "Generator", "DisclosureArchive.Generator.csproj");
        return File.Exists(Path.Combine(folder, ProjectName)) && File.Exists(program) ? new ThemeSource(folder, Path.GetFullPath(program)) : null;
    }

    public FolderWatch Watch() => new(Folder, Made);

    /// <summary>Has this process take the theme's files that are no code from a folder.</summary>
    /// <exception cref="UserError">The words there can't be used.</exception>
    public static void TakeFiles(string folder)
    {
        ThemeFiles.TakeFrom(Path.GetFullPath(folder));
        var (chinese, english) = (Words(folder, "zh-CN"), Words(folder, "en"));
        foreach (var (has, lacks, language) in new[] { (chinese, english, "en"), (english, chinese, "zh-CN") })
            if (has.Keys.FirstOrDefault(key => !lacks.ContainsKey(key) && !key.EndsWith(".one", StringComparison.Ordinal)) is { } key)
                throw new UserError($"{WordsPath(folder, language)} 缺少 {key}。", $"{key} is missing there.");
    }

    private static SortedDictionary<string, string> Words(string folder, string language)
    {
        try
        {
            var words = ThemeFiles.ReadWords(language);
            foreach (var (key, text) in words)
            {
                try
                {
                    CompositeFormat.Parse(text);
                }
                catch (FormatException)
                {
                    throw new UserError($"{WordsPath(folder, language)} 中 {key} 的花括号不成对。", $"The braces of {key} do not match.");
                }
            }

            return words;
        }
        catch (JsonException wrong)
        {
            throw new UserError($"{WordsPath(folder, language)}:{wrong.LineNumber + 1} 不是正确的 JSON。", $"This is no valid JSON: {ConsoleText.Safe(wrong.Message)}");
        }
        catch (FileNotFoundException)
        {
            throw new UserError($"找不到 {WordsPath(folder, language)}。", "There is no such file.");
        }
    }

    private static string WordsPath(string folder, string language) => Path.Combine(folder, "Words", $"{language}.json");

    /// <summary>Whether a file is taken as it stands.</summary>
    private static bool IsTaken(string path) => path.StartsWith("wwwroot/", StringComparison.Ordinal) || path.StartsWith(WordsFolder, StringComparison.Ordinal);

    private string StateOf(Func<string, bool> isMeant)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = from file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                    let path = Path.GetRelativePath(Folder, file).Replace('\\', '/')
                    let names = path.Split('/')
                    where !names.Any(name => InputFinder.IsKeptByPrograms(name) || Made.Contains(name)) && isMeant(path)
                    orderby path
                    select (file, path);
        foreach (var (file, path) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
