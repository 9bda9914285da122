using System.Security.Cryptography;
using System.Text;

namespace DisclosureArchive.Generator.Archive;

/// <summary>
/// Names of files and folders that every file system takes and keeps apart. Characters that any of them forbids, folds or
/// normalises are replaced; a name that lost something gets 8 digits of its hash, so that different names stay different.
/// </summary>
public static class PathName
{
    private const int LongestName = 80;

    // File systems allow 255 bytes; room is left for a hash and endings such as .docx.txt.
    private const int LongestBytes = 200;

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CLOCK$", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Endings of files that a browser shows or saves, but does not run.</summary>
    private static readonly HashSet<string> Inert = new(
        [".txt", ".md", ".markdown", ".csv", ".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".ofd", ".xlsx", ".xls", ".et", ".ods", ".zip", ".rar"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a register id can stand in a path as it is.</summary>
    public static bool IsAgencyId(string id) =>
        id.Length is > 0 and <= LongestName
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && id != AgencyEntry.UnidentifiedKey
        && !Reserved.Contains(id);

    /// <summary>A folder's name from an agency's name; Chinese stays as it is.</summary>
    public static string OfAgency(string name) => Safe(name, "");

    /// <summary>A source file's name as it is published: its own, made safe, with <c>.txt</c> added if a browser would run it.</summary>
    /// <param name="beginsLikeMarkup">Its content looks like a page: where a server does not know an ending, a browser goes by that.</param>
    public static string OfSource(string fileName, bool beginsLikeMarkup = false)
    {
        var extension = ExtensionOf(fileName);
        var name = Safe(fileName[..^extension.Length], extension);
        return Inert.Contains(extension) && (!beginsLikeMarkup || extension.Equals(".txt", StringComparison.OrdinalIgnoreCase)) ? name : name + ".txt";
    }

    /// <summary>A file's extension with its dot; empty if what stands behind the last dot is none.</summary>
    public static string ExtensionOf(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        return extension.Length <= 12 && extension.Skip(1).All(char.IsAsciiLetterOrDigit) && extension.Any(char.IsAsciiLetter) ? extension : "";
    }

    /// <summary>A name under which no other may stand on a file system that ignores case.</summary>
    public static string Folded(string name) => name.ToUpperInvariant();

    /// <summary>The name with a hash of what it stands for.</summary>
    public static string WithHash(string name, string of) =>
        $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 4))}";

    /// <summary>SHA-256 of a text, lower-case hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Safe(string name, string extension)
    {
        var safe = new StringBuilder(name.Length);
        var bytes = 0;
        var lost = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (safe.Length + rune.Utf16SequenceLength > LongestName || bytes + rune.Utf8SequenceLength > LongestBytes)
            {
                lost = true;
                break;
            }

            var kept = IsKept(rune);
            lost |= !kept;
            safe.Append(kept ? rune.ToString() : "-");
            bytes += kept ? rune.Utf8SequenceLength : 1;
        }

        var trimmed = safe.ToString().Trim('.', '-', ' ');
        lost |= trimmed.Length != safe.Length;

        // Windows reserves NUL.txt and the like as well.
        if (trimmed.Length == 0 || Reserved.Contains(trimmed.Split('.')[0].TrimEnd()))
            (trimmed, lost) = ("x" + trimmed, true);
        return (lost ? WithHash(trimmed, name) : trimmed) + extension;
    }

    /// <summary>
    /// Characters that no file system forbids and none changes: ASCII letters, digits and blanks, ideographs (but not the
    /// compatibility ones, which some systems normalise), and the punctuation of Chinese text.
    /// </summary>
    private static bool IsKept(Rune rune) => rune.Value switch
    {
        '-' or '_' or '.' or ' ' or '(' or ')' or '·' => true,
        < 0x80 => Rune.IsLetterOrDigit(rune),
        >= 0x2013 and <= 0x2026 => true,
        >= 0x3001 and <= 0x3029 => true,
        >= 0xFF01 and <= 0xFF5E => true,
        >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0x20000 and <= 0x2F7FF or >= 0x30000 and <= 0x3FFFF => true,
        _ => false,
    };
}
