using System.Text;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Feeds;

/// <summary>A small archive of made reports in a folder, of which some have dates; each test may change it.</summary>
public sealed class DatedArchive : IDisposable
{
    public const string Register = "id,name,region,kind,aliases\nminzheng,示例县民政局,示例县,部门,\ncaizheng,示例县财政局,示例县,部门,\njiaoyu,邻县教育局,邻/县,部门,\nzhen,某镇人民政府,,乡镇,\n";

    public TemporaryFolder Folder { get; } = new();

    public DatedArchive()
    {
        Folder.Write("in/agencies.csv", Register);
        Folder.Write("in/a/2020.txt", "agency: 示例县民政局\nyear: 2020\npublished: 2021-01-20\ntitle: 示例县民政局2020年政府信息公开工作年度报告\n");
        Folder.Write("in/a/2021.txt", "agency: 示例县民政局\nyear: 2021\npublished: 2022-01-20\nfailed: requests.balance.ngo\n");
        Folder.Write("in/a/2021.txt.yml", "accessed: 2023-06-07\n");
        Folder.Write("in/a/2022.txt", "agency: 示例县民政局\nyear: 2022\ntitle: 没有日期的报告\n");
        Folder.Write("in/b/2021.txt", "agency: 示例县财政局\nyear: 2021\npublished: 2022-01-30\ntitle: <b>坏</b> & \"标题\" ]]> \u0001\uFFFE𠀀\n");
        Folder.Write("in/c/2021.txt", "agency: 邻县教育局\nyear: 2021\npublished: 2022-02-03\n");
        Folder.Write("in/d/2021.txt", "agency: 某镇人民政府\nyear: 2021\npublished: 2022-02-04\n");
        Folder.Write("in/e/2021.txt", "agency: 未登记局\nyear: 2021\npublished: 2022-02-05\n");
        Folder.Write("in/f/who.txt", "year: 2021\npublished: 2022-02-06\n");
    }

    /// <summary>The files of the site, pages included.</summary>
    public SortedDictionary<string, byte[]> Build(string settings = "title: 示例档案\n")
    {
        Folder.Write("in/archive.yml", settings);
        var output = new MemoryOutput();
        new SiteBuilder { Reader = MadeReport.Reader, Pages = new SitePages() }.Build(Folder["in"], output, TestContext.Current.CancellationToken);
        return output.Files;
    }

    public static string Text(byte[] file) => Encoding.UTF8.GetString(file);

    public void Dispose() => Folder.Dispose();
}
