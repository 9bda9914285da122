using System.CommandLine;
using System.Globalization;
using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Documents;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>new --agency NAME --year YEAR</c>: writes the blank official form as a Word file, and its sidecar, where an archive expects them.</summary>
internal sealed class NewCommand
{
    private const string Extension = ".docx";

    private readonly Option<string> _agency = new("--agency") { Required = true };

    private readonly Option<int> _year = new("--year") { Required = true };

    private readonly Option<string?> _form = new("--form");

    private readonly Option<string> _input = new("--input", "-i")
    {
        DefaultValueFactory = _ => "input",
    };

    private readonly Option<string?> _output = new("--output", "-o");

    public Command Make()
    {
        var command = new Command("new") { _agency, _year, _form, _input, _output };
        command.SetAction(parsed => Run(
            parsed.GetValue(_agency)!.Trim(), parsed.GetValue(_year), parsed.GetValue(_form), parsed.GetValue(_input)!, parsed.GetValue(_output),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string agency, int year, string? form, string input, string? output, TextWriter console, TextWriter error)
    {
        if (agency.Length == 0)
            throw new UserError("没有写机关：--agency 后面写机关全称或名录中的 id。", "--agency must name the agency or its id in the register.");
        if (year is < YamlFields.FirstYear or > YamlFields.LastYear)
            throw new UserError($"--year 应是四位年份，现为 {year}。", $"--year must be a year of four digits, not {year}.");
        var edition = form is null
            ? Editions.InForce(year)
            : Editions.All.FirstOrDefault(known => known.Id == form)
                ?? throw new UserError($"--form 应是 {string.Join("、", Editions.All.Select(known => known.Id))} 之一，现为 {form}。", $"There is no edition {form}.");

        var registered = InputFinder.RegisterOf(input).Find(agency);
        var name = registered?.Name ?? agency;
        if (registered is null)
            error.WriteLine($"名录（agencies.csv）里没有“{name}”，照此名称写。 {name} is not in the register; the name is used as it is.");

        if (output is null)
            InputFinder.Demand(input);
        var path = output ?? Path.Combine(input, PathName.OfAgency(name), $"{year}年报告{Extension}");
        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            throw new UserError($"--output 的文件名应以 {Extension} 结尾：{path}。", $"The name of the output must end with {Extension}.");
        var sidecar = path + SidecarReader.Extension;
        foreach (var file in (string[])[path, sidecar])
            if (Path.Exists(file))
                throw new UserError($"已有 {file}，不覆盖。", $"{file} is there already and stays as it is.");

        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        Write(path, FormDocument.Write(edition, name, year, _ => ""));
        Write(sidecar, Encoding.UTF8.GetBytes(
            $"# 说明文件：机关、年度；公布后可补写 published（公布日期）、url（网址）。\nagency: {Quoted(name)}\nyear: {year.ToString(CultureInfo.InvariantCulture)}\n"));
        console.WriteLine(path);
        console.WriteLine(sidecar);
        error.WriteLine($"已写好空白表格（{edition.Label}）。 The blank form is ready ({edition.LabelEnglish}).");
        return ExitCode.Done;
    }

    /// <summary>Writes a file that is not there yet.</summary>
    private static void Write(string path, byte[] content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(content);
    }

    /// <summary>A YAML text that nothing in it can end.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            quoted.Append(c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' ? $"\\u{(int)c:x4}" : c.ToString());
        return quoted.Append('"').ToString();
    }
}
