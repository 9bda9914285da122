using DisclosureArchive.Generator.Search;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Search;

public sealed class SearchFoldingTests
{
    [Theory]
    [InlineData("政府信息公開", "政府信息公开")]
    [InlineData("釆购、収费", "采购|收费")]
    [InlineData("依 申 请\n公开", "依申请公开")]
    [InlineData("新收 3 件", "新收3件")]
    [InlineData("Open Data 平台", "open|data平台")]
    [InlineData("Ａ１２㎡①", "a12m21")]
    [InlineData("3,985,758件、3，985，758", "3985758件|3985758")]
    [InlineData("1,23 和 12,3456", "1|23和12|3456")]
    [InlineData("96171.6万元。5.", "96171.6万元|5")]
    [InlineData("（一）公开；（二）答复", "一|公开|二|答复")]
    [InlineData("公\u200b开\ufeff\u00ad", "公开")]
    [InlineData("二〇二三年", "二〇二三年")]
    [InlineData("𠮷林", "𠮷林")]
    [InlineData("——，。", "")]
    [InlineData("ÀÉ Ωμ Жя", "àé|ωμ|жя")]
    public void A_text_is_its_runs(string text, string runs) => SearchFolding.Normalise(text).ShouldBe(runs.Replace('|', SearchFolding.Boundary));

    [Fact]
    public void Normalising_again_changes_nothing()
    {
        foreach (var (from, to) in SearchFolding.Table)
        {
            var normal = SearchFolding.Normalise(from.ToString());
            SearchFolding.Normalise(normal).ShouldBe(normal, $"U+{(int)from:X4} {to}");
        }
    }

    [Fact]
    public void What_is_simplified_stays() => SearchFolding.Normalise("国务院办公厅政府信息与政务公开办公室公民法人其他组织着干发后里面")
        .ShouldBe("国务院办公厅政府信息与政务公开办公室公民法人其他组织着干发后里面");

    [Theory]
    [InlineData("平川区教育局", "ping chuan qu jiao yu ju")]
    [InlineData("A股", "a gu")]
    public void A_name_is_read(string name, string reading) => PinyinReading.Of(name).ShouldBe(reading);
}
