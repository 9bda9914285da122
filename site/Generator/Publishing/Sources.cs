using DisclosureArchive.Generator.Inputs;

namespace DisclosureArchive.Generator.Publishing;

/// <summary>The files that an archive is made from: all of its input folder but what is hidden, what Office leaves behind, and links out of it.</summary>
internal static class Sources
{
    /// <summary>Paths relative to the folder, ordinal, with the files.</summary>
    public static SortedDictionary<string, FileInfo> In(string folder)
    {
        var root = InputFinder.Demand(folder);
        var files = new SortedDictionary<string, FileInfo>(StringComparer.Ordinal);
        Find(root, "");
        return files;

        void Find(DirectoryInfo inner, string path)
        {
            foreach (var entry in inner.EnumerateFileSystemInfos())
            {
                if (InputFinder.IsKeptByPrograms(entry.Name) || !Links.StaysWithin(entry, root.FullName))
                    continue;
                if (entry is DirectoryInfo next)
                    Find(next, path + entry.Name + "/");
                else
                    files.Add(path + entry.Name, (FileInfo)entry);
            }
        }
    }
}
