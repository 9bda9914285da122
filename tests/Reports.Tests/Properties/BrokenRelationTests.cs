using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Synthesis;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Properties;

/// <summary>A relation broken on purpose is found, and only what rests on the same cell fails with it.</summary>
public sealed class BrokenRelationTests
{
    [Theory]
    [InlineData("form-2008")]
    [InlineData("form-2019")]
    [InlineData("form-2021")]
    public void A_broken_relation_fails(string edition)
    {
        var form = Editions.Get(edition);
        foreach (var relation in form.Relations)
        {
            var table = form.Table(relation.Table)!;
            var repeated = relation.Scope switch
            {
                RelationScope.EachColumn => table.Columns.Select(column => column.Id),
                RelationScope.EachRow => table.Rows.Select(row => row.Id),
                _ => [""],
            };
            foreach (var rowOrColumn in repeated)
            {
                var made = SyntheticReport.Make("示例县民政局", 2023, form, new SplitMix(5)).Breaking(relation, rowOrColumn);
                var printed = ReportPrinter.Print(made, Noise.None, new SplitMix(5));
                var read = Tools.Reader()
                    .Read(new SourceFile("report.docx", Layout.Get("docx").Write(printed, new SplitMix(5))), Sidecar.None);

                var id = rowOrColumn.Length > 0 ? $"{relation.Id}.{rowOrColumn}" : relation.Id;
                var finding = read.Findings.Where(finding => finding.Relation == id).ShouldHaveSingleItem(id);
                finding.Status.ShouldBe(FindingStatus.Failed, id);
                finding.Difference.ShouldBe(1, id);
            }
        }
    }
}
