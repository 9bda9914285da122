using System.IO.Compression;
using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Data;

/// <summary><c>data/archive.zip</c>: the tables for programs with what describes them, to be taken away as one. The workbook and the database hold the same and stand beside it.</summary>
public static class DataZip
{
    public const string Path = "data/archive.zip";

    /// <summary>The folder that all files stand in, so that unpacking does not spill them.</summary>
    private const string Folder = "archive/";

    /// <param name="files">The written files of the data.</param>
    public static OutputFile Of(ArchiveSettings settings, IReadOnlyList<DataFile> files, IOutput output) => OutputFile.Long(Path, stream =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var taken = files.Where(IsTaken).ToList();
        Add(zip, "README.md", target => target.Write(Encoding.UTF8.GetBytes(Readme(settings, taken))));
        Add(zip, "LICENCE.txt", target => target.Write(Encoding.UTF8.GetBytes(Licence(settings))));
        foreach (var file in taken)
            Add(zip, file.Path["data/".Length..], target =>
            {
                using var source = output.Read(file.Path);
                source.CopyTo(target);
            });
    });

    private static bool IsTaken(DataFile file) =>
        file.IsPlainTable || file.Path is Routes.DataPackage or Routes.FormsData or Routes.DiagnosticsData || file.Path.EndsWith(CsvwMetadata.Suffix, StringComparison.Ordinal);

    private static void Add(ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(Folder + name, CompressionLevel.Fastest);
        entry.LastWriteTime = ZipEntries.First;
        using var stream = entry.Open();
        write(stream);
    }

    private static string Readme(ArchiveSettings settings, IEnumerable<DataFile> files)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(settings.Title).Append("\n\n");
        foreach (var line in (string[])[settings.Description, settings.Notice, settings.BaseUrl])
            if (line.Length > 0)
                text.Append(line).Append("\n\n");
        text.Append("UTF-8，一行一条，第一行是列名。空白不等于 0：没有数字的格写明是 blank（空白）、not_applicable（不适用）、unreadable（无法辨认）还是 missing（缺）；空着的格，是该版格式没有这一项。各列的含义见 datapackage.json，各格的含义见 dictionary.csv。\n\n");
        text.Append("UTF-8, one record a line, names of columns first. Blank is not zero: a cell without a number says why (blank, not_applicable, unreadable, missing); an empty one does not exist in that edition of the form. Columns are described in datapackage.json, cells in dictionary.csv.\n\n");
        text.Append("| file | | | bytes | SHA-256 |\n| --- | --- | --- | --: | --- |\n");
        foreach (var file in files)
            text.Append("| ").Append(file.Path["data/".Length..]).Append(" | ").Append(file.Table?.Label).Append(" | ").Append(file.Table?.LabelEnglish)
                .Append(" | ").Append(file.Written.Size).Append(" | ").Append(file.Written.Sha256).Append(" |\n");
        return text.ToString();
    }

    private static string Licence(ArchiveSettings settings) =>
        settings.Licence.Length > 0
            ? $"数据的许可 Licence of the data: {settings.Licence}\n{(settings.Owner.Length > 0 ? settings.Owner + "\n" : "")}"
            : "没有声明许可。No licence is stated.\n";
}
