using System.Collections.Immutable;
using System.CommandLine;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Publishing;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>verify</c>: whether a published copy is what the reports give, or what its own manifest says.</summary>
internal sealed class VerifyCommand
{
    private const int MostShown = 20;

    private readonly Argument<string> _copy = new("文件夹或网址")
    {
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => "output",
    };

    private readonly Option<string> _input = new("--input", "-i") { DefaultValueFactory = _ => "input", HelpName = "DIR" };

    private readonly Option<bool> _manifest = new("--manifest");

    private readonly Option<string?> _baseUrl = new("--base-url") { HelpName = "URL" };

    private readonly Option<int> _limit = new("--limit") { DefaultValueFactory = _ => MostShown, HelpName = "N" };

    public Command Make()
    {
        var command = new Command("verify") { _copy, _input, _baseUrl, _manifest, _limit };
        command.SetAction((parsed, cancel) => Task.Run(() => Run(parsed, cancel), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var (address, limit, console) = (parsed.GetValue(_copy)!, Math.Max(0, parsed.GetValue(_limit)), parsed.InvocationConfiguration.Output);
        using IPublishedCopy copy = PublishedAddress.IsAddress(address) ? new PublishedAddress(address) : new PublishedFolder(address);
        var (differences, compared) = parsed.GetValue(_manifest) ? Difference.FromManifest(copy, cancel) : FromBuild(copy, parsed, cancel);
        foreach (var difference in differences.Take(limit))
            Tell(console, difference);
        if (differences.Length > limit)
            console.WriteLine($"另有 {differences.Length - limit} 处。 {differences.Length - limit} more.");
        if (differences.IsEmpty)
        {
            console.WriteLine($"一致：{compared} 个文件。 The same: {compared} files.");
            return ExitCode.Done;
        }

        int Count(DifferenceKind kind) => differences.Count(difference => difference.Kind == kind);
        var (changed, missing, extra) = (Count(DifferenceKind.Changed), Count(DifferenceKind.Missing), Count(DifferenceKind.Extra));
        console.WriteLine($"不一致：内容不同 {changed} 个文件，缺少 {missing} 个，多出 {extra} 个。 Differs: {changed} files changed, {missing} missing, {extra} extra.");
        return ExitCode.Failed;
    }

    private (ImmutableArray<Difference>, int) FromBuild(IPublishedCopy copy, ParseResult parsed, CancellationToken cancel)
    {
        // What a cache holds is left aside: what is proved is that the reports give the site.
        var folder = Directory.CreateTempSubdirectory("disclosure-archive-");
        try
        {
            using (var output = new FolderOutput(Path.Combine(folder.FullName, "site")))
                TerminalProgress.Show(parsed.InvocationConfiguration.Error, progress => new SiteBuilder { Pages = new SitePages(), BaseUrl = parsed.GetValue(_baseUrl), Progress = progress }
                    .Build(parsed.GetValue(_input)!, output, cancel));
            using var build = new PublishedFolder(Path.Combine(folder.FullName, "site"));
            return Difference.FromBuild(copy, build, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Tell(TextWriter console, Difference difference)
    {
        var kind = difference.Kind switch
        {
            DifferenceKind.Missing => "缺少 missing",
            DifferenceKind.Extra => "多出 extra",
            _ => "不同 changed",
        };
        var line = difference.Text is { } text ? $"  第 {text.Line} 行 line {text.Line}" : "";
        console.WriteLine($"{kind}  {difference.Path}{line}");
        if (difference.Text is not { } shown)
            return;
        console.WriteLine($"    已发布 published  {shown.Published}");
        console.WriteLine($"    重新生成 rebuilt  {shown.Expected}");
    }
}
