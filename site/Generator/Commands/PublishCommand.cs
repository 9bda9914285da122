using System.CommandLine;
using System.Globalization;
using DisclosureArchive.Generator.Publishing;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>publish</c>: a built site goes to a folder, into a bag for preservation, or into one zip file.</summary>
internal sealed class PublishCommand
{
    private readonly Option<string?> _to = new("--to") { HelpName = "DIR" };

    private readonly Option<string?> _bag = new("--bag") { HelpName = "DIR" };

    private readonly Option<string?> _zip = new("--zip") { HelpName = "FILE" };

    private readonly Option<string> _output = new("--output", "-o") { DefaultValueFactory = _ => "output", HelpName = "DIR" };

    private readonly Option<string> _input = new("--input", "-i") { DefaultValueFactory = _ => "input", HelpName = "DIR" };

    public Command Make()
    {
        var command = new Command("publish") { _to, _bag, _zip, _output, _input };
        command.Validators.Add(said =>
        {
            if (said.GetResult(_to) is null && said.GetResult(_bag) is null && said.GetResult(_zip) is null)
                said.AddError("--to, --bag or --zip is missing.");
        });
        command.SetAction((parsed, cancel) => Task.Run(() => Run(parsed, parsed.InvocationConfiguration.Output, cancel), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, TextWriter console, CancellationToken cancel)
    {
        var site = new BuiltSite(parsed.GetValue(_output)!);
        if (parsed.GetValue(_to) is { } folder)
        {
            var change = FolderCopy.Run(site, folder, cancel);
            console.WriteLine($"已发布到 {folder}：写入 {change.Written} 个文件，未变 {change.Unchanged} 个，删除 {change.Removed} 个。");
            console.WriteLine($"Published to {folder}: wrote {change.Written} files, {change.Unchanged} unchanged, {change.Removed} removed.");
        }

        if (parsed.GetValue(_bag) is { } bag)
        {
            var (files, leftOut) = Bag.Write(site, parsed.GetValue(_input)!, bag, DateOfSource(), cancel);
            console.WriteLine($"已存档 {bag}（BagIt）：{files} 个文件。 Bagged: {files} files.");
            if (leftOut > 0)
            {
                console.WriteLine($"有 {leftOut} 个报告文件没有存入，因为网站里没有它们：已经撤回，或者是 build 之后才放进来、改过的。");
                console.WriteLine($"Left out {leftOut} report files that are not in the site: withdrawn, or added or changed after the build.");
            }
        }

        if (parsed.GetValue(_zip) is { } zip)
        {
            var files = SiteZip.Write(site, zip, DateOfSource(), cancel);
            console.WriteLine($"已压缩 {zip}：{files} 个文件。 Zipped: {files} files.");
        }

        return ExitCode.Done;
    }

    /// <summary>The one date that a reproducible output may bear: <c>SOURCE_DATE_EPOCH</c>, in seconds; null if it is not set.</summary>
    private static DateTimeOffset? DateOfSource()
    {
        const int longest = 11;
        var epoch = Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH");
        if (string.IsNullOrEmpty(epoch))
            return null;
        return epoch.Length <= longest && long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new UserError($"SOURCE_DATE_EPOCH 应为秒数：{epoch}。", $"SOURCE_DATE_EPOCH must be a number of seconds: {epoch}");
    }
}
