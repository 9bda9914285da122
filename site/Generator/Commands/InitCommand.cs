using System.CommandLine;
using DisclosureArchive.Generator.Data;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>init</c>: a new archive beside the program, which builds at once.</summary>
internal sealed class InitCommand
{
    /// <summary>Where each template goes; they stand in <c>NewArchive</c>.</summary>
    private static readonly (string Template, string Path)[] Files =
    [
        ("archive.yml", "input/archive.yml"),
        ("agencies.csv", "input/agencies.csv"),
        ("README.md", "README.md"),
        ("gitignore", ".gitignore"),
        ("publish.yml", ".github/workflows/publish.yml"),
    ];

    private readonly Argument<string> _folder = new("文件夹");

    public Command Make()
    {
        var command = new Command("init") { _folder };
        command.SetAction(parsed => Run(parsed.GetValue(_folder)!, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, TextWriter console)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(entry => Path.GetFileName(entry) != ".git")))
            throw new UserError($"{folder} 不是空文件夹，未作任何改动。请另选一个。", $"{folder} is not an empty folder; nothing was changed. Choose another.");
        foreach (var (template, path) in Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, Read(template));
        }

        console.WriteLine($"已建好新档案 {folder}。下一步：把报告放进 {Path.Combine(folder, "input")}，修改其中的 archive.yml，然后在 {folder} 里运行 disclosure-archive serve。");
        console.WriteLine($"Made a new archive in {folder}. Next: put reports into its input folder, edit archive.yml there, then run disclosure-archive serve in {folder}.");
        return ExitCode.Done;
    }

    private static string Read(string template)
    {
        using var stream = typeof(InitCommand).Assembly.GetManifestResourceStream("NewArchive/" + template)!;
        using var reader = new StreamReader(stream);
        // The new archive goes on using this version of the program.
        return reader.ReadToEnd().Replace("{version}", ProgramVersion.Text, StringComparison.Ordinal);
    }
}
