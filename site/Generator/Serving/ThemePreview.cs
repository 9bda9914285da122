using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Commands;

namespace DisclosureArchive.Generator.Serving;

/// <summary>
/// Builds with a theme whose words or code have changed since the program was started. The program can't take them in, so another process builds:
/// the same program, or once the code has changed one that was compiled with it.
/// </summary>
/// <param name="cacheFolder">Where compiled programs are kept.</param>
internal sealed class ThemePreview(ThemeSource theme, string cacheFolder)
{
    private readonly ThemeCompiler _compiler = new(theme.Program, Path.Combine(Path.GetFullPath(cacheFolder), PathName.WithHash("theme", Path.GetFullPath(theme.Folder))));
    private readonly string _code = theme.Code;
    private readonly string _texts = theme.Texts;
    private string? _compiled;

    /// <summary>Whether the theme is another than the one of the running program.</summary>
    public bool IsAnother => IsAnotherCode || theme.Texts != _texts;

    /// <summary>Whether it must be compiled before the next build.</summary>
    public bool IsToBeCompiled => IsAnotherCode && theme.Code != _compiled;

    private bool IsAnotherCode => theme.Code != _code;

    /// <summary>Compiles it.</summary>
    /// <returns>What is wrong, a line each; nothing if all is well.</returns>
    public ImmutableArray<string> Compile(CancellationToken cancel)
    {
        var code = theme.Code;
        var mistakes = _compiler.Compile(cancel);
        if (mistakes.IsEmpty)
            _compiled = code;
        return mistakes;
    }

    /// <summary>Builds the site with it.</summary>
    /// <returns>Whether the site was built, and what is wrong with it or with the archive, a line each.</returns>
    public (bool IsBuilt, ImmutableArray<string> Mistakes) Build(string input, string output, CancellationToken cancel)
    {
        var (program, first) = IsAnotherCode ? ("dotnet", (string[])[_compiler.Program]) : Running;
        var (code, _, error) = ChildProgram.Run(
            program, [.. first, $"[{CommandLine.Theme}:{theme.Folder}]", "build", "--input", input, "--output", output, "--verbosity", "quiet"], new Dictionary<string, string>(), cancel);
        if (code == ExitCode.Cancelled)
            throw new OperationCanceledException();
        return (code == ExitCode.Done, [.. error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
    }

    private static (string Program, string[] Arguments) Running =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) != "dotnet"
            ? (path, [])
            : ("dotnet", [typeof(ThemePreview).Assembly.Location]);
}
