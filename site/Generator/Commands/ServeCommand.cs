using System.CommandLine;
using System.Net;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Publishing;
using DisclosureArchive.Generator.Serving;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>serve</c>: builds, shows the site on this machine, and builds again whenever the reports change; open pages reload themselves.</summary>
internal sealed class ServeCommand
{
    private const int UsualPort = 8080;

    private readonly Option<int> _port = new("--port") { DefaultValueFactory = _ => UsualPort, HelpName = "N" };

    private readonly Option<string> _bind = new("--bind") { DefaultValueFactory = _ => IPAddress.Loopback.ToString(), HelpName = "IP" };

    private readonly Option<string> _input = new("--input", "-i") { DefaultValueFactory = _ => "input", HelpName = "DIR" };

    private readonly Option<string> _output = new("--output", "-o") { DefaultValueFactory = _ => "output", HelpName = "DIR" };

    public Command Make()
    {
        var command = new Command("serve") { _port, _bind, _input, _output };
        command.SetAction(async (parsed, cancel) =>
        {
            var bind = parsed.GetValue(_bind)!;
            if (!IPAddress.TryParse(bind.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" : bind, out var address))
                throw new UserError($"--bind 应为 IP 地址：{bind}。", $"--bind must be an IP address: {bind}");
            var port = parsed.GetValue(_port);
            if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
                throw new UserError($"--port 应在 0 到 65535 之间：{port}。", $"--port must be between 0 and 65535: {port}");
            var preview = new Preview(parsed.GetValue(_input)!, parsed.GetValue(_output)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return await preview.Run(address, port, cancel);
        });
        return command;
    }

    /// <summary>One preview, from its start until Ctrl-C.</summary>
    private sealed class Preview(string input, string output, TextWriter console, TextWriter error)
    {
        private readonly SiteNews _news = new();
        private readonly SitePages _pages = new();

        public async Task<int> Run(IPAddress address, int port, CancellationToken cancel)
        {
            BuildCommand.DemandApart(input, output);
            await using var server = await PreviewServer.Start(address, port, _news, cancel);
            try
            {
                using var watch = new FolderWatch(InputFinder.Demand(input).FullName);
                await Task.Run(() => Build(server, cancel), CancellationToken.None);
                console.WriteLine($"预览 Preview: {server.Address}");
                console.WriteLine($"{input} 里的文件一改，网页就会更新；主题或程序改了要重新运行。按 Ctrl-C 结束。");
                console.WriteLine($"Pages follow what changes in {input}; changes of the theme or the program need a restart. Ctrl-C ends it.");
                while (true)
                {
                    await watch.Change(cancel);
                    await Task.Run(() => Rebuild(server, cancel), CancellationToken.None);
                }
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Done;
            }
        }

        /// <summary>The first build: if it fails there is nothing to show.</summary>
        private void Build(PreviewServer server, CancellationToken cancel)
        {
            OutputChange change;
            string problems;
            using (var folder = new FolderOutput(output))
            {
                var result = new SiteBuilder { Pages = _pages.Pages, CacheFolder = BuildCommand.CacheFolder }.Build(input, folder, cancel);
                change = result.Change!;
                problems = ProblemsOf(result);
            }

            var site = new BuiltSite(output);
            server.Show(site);
            _news.Tell(new News(
                site.Build,
                problems.Length > 0 ? "网站已生成，但档案的设置有错，请修改。 The site was built, but the archive's settings have errors." : "", problems));
            console.WriteLine($"已生成：写入 {change.Written} 个文件，未变 {change.Unchanged} 个，删除 {change.Removed} 个。 Built: wrote {change.Written}, {change.Unchanged} unchanged, {change.Removed} removed.");
            if (problems.Length > 0)
                error.WriteLine("错误 " + problems.ReplaceLineEndings("　"));
        }

        /// <summary>Another build: if it fails, the site of the last good one stays.</summary>
        private void Rebuild(PreviewServer server, CancellationToken cancel)
        {
            try
            {
                Build(server, cancel);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                var told = CommandLine.Describe(problem);
                error.WriteLine(told);
                _news.Tell(_news.Latest with { Heading = "没有重新生成；现在看到的是上一次的网站。 Not rebuilt; this is the site of the last good build.", Problems = told });
            }
        }

        /// <summary>What is wrong with the archive itself; what is wrong with a report stands on its page.</summary>
        private static string ProblemsOf(BuildResult result) => string.Join('\n', result.Archive.Diagnostics
            .Where(said => said.Diagnostic.Severity >= Severity.Error)
            .Select(said => $"{said.Diagnostic.Chinese} {said.Diagnostic.English}"));
    }
}
