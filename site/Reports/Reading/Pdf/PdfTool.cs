using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>What it takes to read PDF files: Node, and the script with its package, which the build puts beside the program.</summary>
/// <param name="Folder">Where the script is.</param>
/// <param name="Permission">The option of this Node that switches its permission model on.</param>
/// <param name="Missing">What is not there, in words; null if all is.</param>
internal sealed record PdfTool(string Folder, string Permission, string? Missing = null)
{
    public const string Node = "node";
    private const int OldestNode = 20;
    private const int FirstNodeWithStablePermissions = 24;
    private const int AnswerMilliseconds = 10_000;

    public static PdfTool Find()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "pdf-extractor");
        if (NodeVersion() is not { } version)
            return new PdfTool(folder, "", "没有安装 Node.js。");
        if (version < OldestNode)
            return new PdfTool(folder, "", $"Node.js 版本过旧（{version}）。");
        if (!File.Exists(Path.Combine(folder, "node_modules", "pdfjs-dist", "package.json")))
            return new PdfTool(folder, "", "编译时没有装上 pdfjs-dist（需要 npm）。");
        return new PdfTool(folder, version < FirstNodeWithStablePermissions ? "--experimental-permission" : "--permission");
    }

    /// <summary>The major version of the Node on the path; null if there is none.</summary>
    private static int? NodeVersion()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo(Node, ["--version"]) { RedirectStandardOutput = true })!;
            var version = node.StandardOutput.ReadToEndAsync();
            if (!version.Wait(AnswerMilliseconds))
            {
                node.Kill();
                return null;
            }

            return int.TryParse(version.Result.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
