using System.Collections.Immutable;
using System.Text;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Synthesis;

/// <summary>
/// A whole made-up input folder for measurements: bodies of invented counties with up to ten years each, in a mix of
/// layouts, most of them right and some of them untidy or wrong.
/// </summary>
public static class SyntheticArchive
{
    private const int FirstYear = 2015;
    private const int Years = 10;

    private const string CountyFirst = "云青临安永清石白松柳林沙金龙凤江平广长新";
    private const string CountySecond = "溪岚川屏塘坪泽浦岭湖峰源桥洲原谷田堰港梁";

    private static readonly (string Id, string Name, string Kind, int Size)[] Bodies =
    [
        ("zhengfu", "人民政府", "县政府", 5), ("minzheng", "民政局", "部门", 2), ("jiaoyu", "教育局", "部门", 2),
        ("weijian", "卫生健康局", "部门", 2), ("ziran", "自然资源局", "部门", 4), ("shijian", "市场监督管理局", "部门", 3),
        ("caizheng", "财政局", "部门", 2), ("nongye", "农业农村局", "部门", 2), ("shuili", "水利局", "部门", 1),
        ("jiaotong", "交通运输局", "部门", 2), ("zhujian", "住房和城乡建设局", "部门", 4), ("renshe", "人力资源和社会保障局", "部门", 3),
        ("linye", "林业局", "部门", 1), ("tongji", "统计局", "部门", 1), ("chengguan", "城关镇人民政府", "乡镇", 1),
        ("dongcheng", "东城街道办事处", "乡镇", 1),
    ];

    // As reports come: most are text of Word files or of web pages.
    private static readonly (string Layout, int Weight)[] Mix =
    [
        ("word-text", 28), ("web-text", 16), ("tab-text", 10), ("box-text", 6), ("ascii-box-text", 2), ("aligned-text", 6),
        ("markdown-pipes", 4), ("markdown-html", 2), ("markdown-tabs", 4), ("html", 5), ("html-split", 2), ("html-gbk", 5), ("docx", 10),
    ];

    private sealed record Body(string Id, string Name, string Region, string Kind, int Size);

    /// <summary>The edition that a year's reports follow.</summary>
    public static FormEdition EditionOf(int year) =>
        year >= 2021 ? Editions.Form2021 : year >= 2019 ? Editions.Form2019 : Editions.Form2008;

    /// <param name="count">How many reports; the names of counties suffice for 50,000.</param>
    /// <param name="seed">Same seed, same files.</param>
    /// <param name="textOnly">Plain text only, in all its layouts.</param>
    public static IEnumerable<SyntheticFile> Make(int count, ulong seed, bool textOnly)
    {
        var layouts = Mix
            .Select(entry => (Layout: Layout.Get(entry.Layout), entry.Weight))
            .Where(entry => !textOnly || entry.Layout.Extension == ".txt")
            .SelectMany(entry => Enumerable.Repeat(entry.Layout, entry.Weight)).ToList();
        var register = new StringBuilder("id,name,region,kind,aliases\n");
        var left = count;
        for (var index = 0; left > 0; index++)
        {
            var body = MakeBody(index);
            register.Append($"{body.Id},{body.Name},{body.Region},{body.Kind},\n");
            var random = SplitMix.For(seed, body.Id);
            var years = Math.Min(left, random.Between(6, Years));
            left -= years;
            foreach (var file in MakeReports(body, years, layouts, random))
                yield return file;
        }

        yield return new SyntheticFile("agencies.csv", Encoding.UTF8.GetBytes(register.ToString()));
        yield return new SyntheticFile("archive.yml", Encoding.UTF8.GetBytes("title: 性能测试档案\nnotice: 演示数据，机关与数字均为虚构\n"));
    }

    private static Body MakeBody(int index)
    {
        var (id, name, kind, size) = Bodies[index % Bodies.Length];
        var county = index / Bodies.Length;
        var region = $"{CountyFirst[county % CountyFirst.Length]}{CountySecond[(county / CountyFirst.Length + county) % CountySecond.Length]}示例县";
        return new Body($"c{county:000}-{id}", region + name, region, kind, size);
    }

    private static IEnumerable<SyntheticFile> MakeReports(Body body, int years, List<Layout> layouts, SplitMix random)
    {
        ImmutableDictionary<CellName, decimal>? before = null;
        for (var year = FirstYear + Years - years; year < FirstYear + Years; year++)
        {
            var report = SyntheticReport.Make(body.Name, year, EditionOf(year), random, before, body.Size);
            before = report.Figures;
            if (random.OneIn(8))
                report = report.Breaking(random.Pick([.. report.Edition.Relations.Where(relation => relation.Scope != RelationScope.EachRow)]), "total");
            var noise = random.OneIn(2) ? Noise.Harmless(random) : Noise.None;
            if (random.OneIn(10))
                noise = noise with { Replaced = noise.Replaced.Add(random.Pick([.. report.Figures.Keys.OrderBy(name => name.ToString(), StringComparer.Ordinal)]), random.Pick(["", "/", "0 0"])) };
            var layout = random.Pick(layouts);
            var printed = ReportPrinter.Print(report, noise, random);
            yield return new SyntheticFile(
                $"{body.Region}/{body.Name}{year}年政府信息公开工作年度报告{layout.Extension}", layout.Write(printed, random));
        }
    }
}
