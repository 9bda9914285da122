using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the pages that explain: about, data, and the one for addresses that do not exist.</summary>
public sealed class TextFiller(ReportArchive archive, Frames frames)
{
    public About FillAbout() => new(
        frames.Frame(Routes.About, "关于", "报告从哪里来，数字怎样读出、怎样核对，怎样补充或更正。"),
        [.. Editions.All.Select(edition => new EditionLine(
            edition.Id, edition.Label, edition.LegalBasis,
            archive.Reports.Count(report => report.IsCurrent && report.Edition == edition)))],
        [.. Terms.Chinese.States.Values, Terms.Chinese.Corrected, Terms.Chinese.Disputed],
        [.. Editions.All.SelectMany(edition => edition.Relations.Select(relation => (relation, edition)))
            .GroupBy(pair => pair.relation.Id)
            .Select(rule => new RuleLine(rule.Key, rule.Last().relation.Label, string.Join("、", rule.Select(pair => Terms.Chinese.Edition(pair.edition))))),
            new RuleLine("carry_over", CellLabels.Rule("carry_over")!, "相邻两年的报告"),
            new RuleLine("text.requests_received、text.reviews、text.lawsuits", "正文写明的收到申请数、行政复议数、行政诉讼数＝表格中的数", "2019版、2021版")],
        Routes.Link(Routes.About, Routes.Data),
        Routes.Link(Routes.About, Routes.Checks));

    public DataFiles FillData(ImmutableArray<int> years)
    {
        Link To(string path) => new(path, Routes.Link(Routes.Data, path));
        var figures = years.Reverse().Select(year => new Link($"{year}年", Routes.Link(Routes.Data, Routes.FiguresData(year))));
        var isUndated = archive.Reports.Any(report => report.Year is null);
        return new DataFiles(
            frames.Frame(Routes.Data, "数据", "全部数字、核对结果和读取说明的数据文件。"),
            [
                new DataFileLine(To(Routes.ReportsData), "一行一份报告：机关、年度、格式、公布日期、原件的 SHA-256"),
                new DataFileLine(To(Routes.ChecksData), "一行一项勾稽关系：成立、不成立或无法核对，两边各是多少"),
                new DataFileLine(To(Routes.DiagnosticsData), "读取时的全部说明"),
                new DataFileLine(To(Routes.DataPackage), "以上文件的说明：各列含义、校验值（Data Package v2）"),
                new DataFileLine(new Link("agencies/机关/年度.json", null), "一份报告的全部内容：每个数字的原文、状态、位置，核对结果，来历；在报告页面上有链接"),
            ],
            [.. isUndated ? figures.Append(new Link("年度未定", Routes.Link(Routes.Data, Routes.UndatedFiguresData))) : figures]);
    }

    public NotFound FillNotFound() => new(frames.NotFoundFrame());
}
