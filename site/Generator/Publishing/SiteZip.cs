using System.IO.Compression;
using System.Text;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Publishing;

/// <summary>A site as one zip file that is opened from a disk once unpacked. The same site gives the same file, byte for byte, with the same version of the program.</summary>
internal static class SiteZip
{
    /// <summary>The folder that all files stand in, so that unpacking does not spill them.</summary>
    private const string Folder = "archive/";

    /// <summary>A plain file that everybody reads and its owner writes, as Unix has it.</summary>
    private const int PlainFile = unchecked((int)(0b1000_000_110_100_100u << 16));

    /// <summary>Writes it; a zip of the same name is replaced when the new one is whole.</summary>
    /// <param name="date">The date that the files bear; null for the first that there is.</param>
    /// <returns>How many files it has.</returns>
    public static int Write(BuiltSite site, string file, DateTimeOffset? date, CancellationToken cancel)
    {
        var target = Path.GetFullPath(file);
        if (Directory.Exists(target))
            throw new UserError($"这是一个文件夹，请写 zip 文件名：{file}。", $"{file} is a folder; name a zip file.");
        if (FolderPath.IsBelow(target, site.Folder))
            throw new UserError($"压缩包不能放在网站里：{file}。", $"The zip must not stand in the site: {file}");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var partial = target + ".partial";
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8))
            {
                foreach (var path in site.Files.Keys)
                {
                    cancel.ThrowIfCancellationRequested();
                    Add(zip, path, date, target => site.CopyTo(path, target));
                }

                Add(zip, Manifest.Path, date, target => target.Write(site.Manifest));
            }

            File.Move(partial, target, overwrite: true);
            return site.Files.Count + 1;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void Add(ZipArchive zip, string path, DateTimeOffset? date, Action<Stream> write)
    {
        var entry = zip.CreateEntry(Folder + path, CompressionLevel.Optimal);
        entry.LastWriteTime = date is { } given && given > ZipEntries.First ? given : ZipEntries.First;
        entry.ExternalAttributes = PlainFile;
        using var stream = entry.Open();
        write(stream);
    }
}
