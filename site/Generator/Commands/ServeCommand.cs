using System.CommandLine;
using System.Net;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Publishing;
using DisclosureArchive.Generator.Serving;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>serve</c>: builds, shows the site on this machine, and builds again whenever the reports or the theme change; open pages reload themselves.</summary>
internal sealed class ServeCommand
{
    internal const int UsualPort = 8080;

    private readonly Option<int> _port = new("--port") { DefaultValueFactory = _ => UsualPort, HelpName = "N" };

    private readonly Option<string> _bind = new("--bind") { DefaultValueFactory = _ => IPAddress.Loopback.ToString(), HelpName = "IP" };

    private readonly Option<string> _input = new("--input", "-i") { DefaultValueFactory = _ => "input", HelpName = "DIR" };

    private readonly Option<string> _output = new("--output", "-o") { DefaultValueFactory = _ => "output", HelpName = "DIR" };

    private readonly Option<string?> _theme = new("--theme") { HelpName = "DIR" };

    public Command Make()
    {
        var command = new Command("serve") { _port, _bind, _input, _output, _theme };
        command.SetAction(async (parsed, cancel) =>
        {
            var bind = parsed.GetValue(_bind)!;
            if (!IPAddress.TryParse(bind.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" : bind, out var address))
                throw new UserError($"--bind 应为 IP 地址：{bind}。", $"--bind must be an IP address: {bind}");
            var port = parsed.GetValue(_port);
            if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
                throw new UserError($"--port 应在 0 到 65535 之间：{port}。", $"--port must be between 0 and 65535: {port}");
            var preview = new Preview(parsed.GetValue(_input)!, parsed.GetValue(_output)!, ThemeIn(parsed.GetValue(_theme)), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return await preview.Run(address, port, cancel);
        });
        return command;
    }

    /// <summary>The theme to be watched: the one that was named, or that of the source tree that the program is run in, if it is.</summary>
    private static ThemeSource? ThemeIn(string? folder) => ThemeSource.In(folder ?? ThemeSource.UsualFolder) ?? (folder is null
        ? null
        : throw new UserError($"{folder} 不是源码中的主题文件夹。", $"{folder} is not the folder of a theme in the source tree of this program."));

    /// <summary>One preview, from its start until Ctrl-C.</summary>
    private sealed class Preview(string input, string output, ThemeSource? theme, TextWriter console, TextWriter error)
    {
        private readonly SiteNews _news = new();
        private readonly SitePages _pages = new();
        private readonly ThemePreview? _themed = theme is null ? null : new ThemePreview(theme, BuildCommand.CacheFolder);
        private BuiltSite? _site;

        public async Task<int> Run(IPAddress address, int port, CancellationToken cancel)
        {
            BuildCommand.DemandApart(input, output);
            if (theme is not null)
                ThemeSource.TakeFiles(theme.Folder);
            await using var server = await PreviewServer.Start(address, port, _news, cancel);
            try
            {
                using var inputWatch = new FolderWatch(InputFinder.Demand(input).FullName);
                using var themeWatch = theme?.Watch();
                await Task.Run(() => Show(server, BuildHere(cancel)), CancellationToken.None);
                console.WriteLine($"预览 Preview: {server.Address}");
                var watched = theme is null ? input : $"{input} 和 {theme.Folder}";
                console.WriteLine($"{watched} 里的文件一改，网页就会更新{(theme is null ? "" : "；主题的代码改了会先编译，程序改了要重新运行")}。按 Ctrl-C 结束。");
                console.WriteLine($"Pages follow what changes in {(theme is null ? input : $"{input} and {theme.Folder}; code of the theme is compiled first, changes of the program need a restart")}. Ctrl-C ends it.");
                var watches = themeWatch is null ? (FolderWatch[])[inputWatch] : [inputWatch, themeWatch];
                var changes = watches.Select(watch => watch.Change(cancel)).ToArray();
                while (true)
                {
                    var changed = Array.IndexOf(changes, await Task.WhenAny(changes));
                    await changes[changed];
                    changes[changed] = watches[changed].Change(cancel);
                    await Task.Run(() => Rebuild(server, cancel), CancellationToken.None);
                }
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Done;
            }
        }

        /// <summary>Another build: if it fails, the site of the last good one stays.</summary>
        private void Rebuild(PreviewServer server, CancellationToken cancel)
        {
            try
            {
                if (_themed is { IsAnother: true })
                    RebuildWithTheme(_themed, server, cancel);
                else
                    Show(server, BuildHere(cancel));
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Fail([CommandLine.Describe(problem)]);
            }
        }

        private void RebuildWithTheme(ThemePreview themed, PreviewServer server, CancellationToken cancel)
        {
            if (themed.IsToBeCompiled)
            {
                console.WriteLine("主题的代码改了，正在编译…… The theme's code has changed and is being compiled…");
                if (themed.Compile(cancel) is { IsEmpty: false } mistakes)
                {
                    Fail(mistakes);
                    return;
                }
            }

            var (isBuilt, problems) = themed.Build(input, output, cancel);
            if (isBuilt)
                Show(server, problems);
            else
                Fail(problems);
        }

        private void Fail(IReadOnlyList<string> problems)
        {
            foreach (var problem in problems)
                error.WriteLine(problem);
            _news.Tell(_news.Latest with { Heading = "没有重新生成；现在看到的是上一次的网站。 Not rebuilt; this is the site of the last good build.", Problems = string.Join('\n', problems) });
        }

        /// <returns>What is wrong with the archive, a line each.</returns>
        private IReadOnlyList<string> BuildHere(CancellationToken cancel)
        {
            using var folder = new FolderOutput(output);
            var result = new SiteBuilder { Pages = _pages, CacheFolder = BuildCommand.CacheFolder }.Build(input, folder, cancel);
            return [.. result.Mistakes.Select(mistake => $"错误 {mistake}")];
        }

        /// <summary>Shows what the output is now.</summary>
        private void Show(PreviewServer server, IReadOnlyList<string> problems)
        {
            var (site, former) = (new BuiltSite(output), _site?.Files);
            server.Show(site);
            _site = site;
            _news.Tell(new News(
                site.Build,
                problems.Count > 0 ? "网站已生成，但档案的设置有错，请修改。 The site was built, but the archive's settings have errors." : "", string.Join('\n', problems)));
            var changed = former is null ? site.Files.Count : site.Files.Count(file => !former.TryGetValue(file.Key, out var sha256) || sha256 != file.Value);
            var removed = former?.Keys.Count(path => !site.Files.ContainsKey(path)) ?? 0;
            console.WriteLine($"已生成：{site.Files.Count} 个文件，其中 {changed} 个有变化{(removed > 0 ? $"，另有 {removed} 个不再有" : "")}。 Built: {site.Files.Count} files, {changed} of them changed, {removed} gone.");
            foreach (var problem in problems)
                error.WriteLine(problem);
        }
    }
}
