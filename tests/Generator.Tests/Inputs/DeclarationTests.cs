using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Reading;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Inputs;

/// <summary>Sidecars, settings, register: what people write beside the reports.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void A_sidecar_declares_everything()
    {
        var sidecar = Read("""
            agency: 示例县民政局
            year: 2021
            published: 2022-01-31
            url: https://example.org/a?b=c
            accessed: 2023-05-06
            current: true
            corrections:
              - cell: requests.received.total
                expect: "1O"
                value: 10
                reason: 字母O误作数字0
              - {cell: disputes.review.other, expect: "", value: -2.50, reason: 漏填}
            """, out var told);
        told.ShouldBeEmpty();
        sidecar.Corrections.ShouldBe([
            new Correction("requests.received.total", "1O", 10, "字母O误作数字0"),
            new Correction("disputes.review.other", "", -2.50m, "漏填")]);
        (sidecar with { Corrections = [] }).ShouldBe(new Sidecar(
            "示例县民政局", 2021, new DateOnly(2022, 1, 31), "https://example.org/a?b=c", new DateOnly(2023, 5, 6), true, []));
    }

    [Fact]
    public void A_sidecar_may_hold_figures_that_were_copied_by_hand()
    {
        var sidecar = Read("""
            form: form-2019
            transcribed_by: 示例县档案爱好者
            figures:
              requests.received: [12, 0, "/", "", 0,
                0, 12]
              proactive.procurement.amount: 216.50
              disputes.review.other: ""
              disputes.review.total: 012
            """, out var told);
        told.ShouldBeEmpty();
        sidecar.Form.ShouldBe(Reports.Forms.Editions.Form2019);
        var transcription = sidecar.Transcription.ShouldNotBeNull();
        transcription.By.ShouldBe("示例县档案爱好者");
        transcription.Lines.Select(line => (line.Name, line.IsRow, line.Line, string.Join(' ', line.Values.Select(value => $"{value.Text}@{value.Line}")))).ShouldBe([
            ("requests.received", true, 4, "12@4 0@4 /@4 @4 0@4 0@5 12@5"),
            ("proactive.procurement.amount", false, 6, "216.50@6"),
            ("disputes.review.other", false, 7, "@7"),
            ("disputes.review.total", false, 8, "012@8")]);
    }

    [Theory]
    [InlineData("figures:\n  requests.received.total: 1\n", "DA6009", "说明文件第1行", "没有写明由谁抄录")]
    [InlineData("transcribed_by: ''\nfigures: {requests.received.total: 1}\n", "DA6009", "说明文件第2行", "没有写明由谁抄录")]
    [InlineData("year: 2021\ntranscribed_by: 甲\n", "DA6009", "说明文件第2行", "没有写抄录的数字")]
    [InlineData("transcribed_by: 甲\nfigures: [1, 2]\n", "DA6001", "", "第2行：figures 应由")]
    [InlineData("transcribed_by: 甲\nfigures:\n  a.b.c: 1\n  requests.received.total:\n", "DA6001", "", "第4行：figures 中的“requests.received.total”应写一个数")]
    [InlineData("transcribed_by: 甲\nfigures:\n  a.b.c: 1\n  requests.received: [1, ~]\n", "DA6001", "", "第4行")]
    [InlineData("transcribed_by: 甲\nfigures:\n  a.b.c: 1\n  requests.received: {total: 1}\n", "DA6001", "", "第4行")]
    [InlineData("form: 2021\n", "DA6001", "", "form-2008、form-2019、form-2021")]
    public void What_is_wrong_with_a_transcription_is_told_with_its_line(string text, string code, string place, string words)
    {
        Read(text, out var told);
        var said = told.Where(diagnostic => diagnostic.Code == code).ShouldHaveSingleItem();
        said.Location.ToChinese().ShouldBe(place);
        said.Chinese.ShouldContain(words);
        said.Chinese.ShouldContain("r.txt.yml");
    }

    [Fact]
    public void Settings_may_limit_what_a_file_may_ask()
    {
        var settings = SettingsReader.Read(Encoding.UTF8.GetBytes("limits:\n  file_mb: 5\n  expanded_mb: 20\n  seconds: 3\n"), out var told);
        told.ShouldBeEmpty();
        settings.Limits.ShouldBe(new ReadingLimits(5 << 20, 20 << 20, TimeSpan.FromSeconds(3)));
        SettingsReader.Read(Encoding.UTF8.GetBytes("limits:\n  seconds: 3\n"), out _).Limits.ShouldBe(ReadingLimits.Default with { Time = TimeSpan.FromSeconds(3) });
    }

    [Theory]
    [InlineData("limits: 5", "第1行")]
    [InlineData("limits:\n  file_mb: 0", "第2行：file_mb")]
    [InlineData("limits:\n  file_mb: 99999", "第2行：file_mb")]
    [InlineData("limits:\n  seconds: -1", "第2行：seconds")]
    [InlineData("limits:\n  seconds: 1.5", "第2行：seconds")]
    [InlineData("limits:\n  expanded_mb: many", "第2行：expanded_mb")]
    [InlineData("limits:\n  hours: 1", "limits.hours")]
    public void Limits_that_make_no_sense_are_told_and_the_usual_ones_hold(string text, string problem)
    {
        SettingsReader.Read(Encoding.UTF8.GetBytes(text), out var told).Limits.ShouldBe(ReadingLimits.Default);
        told.Single().Code.ShouldBe("DA7005");
        told.Single().Chinese.ShouldContain(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("year:\n")]
    public void A_sidecar_may_be_empty(string text)
    {
        Read(text, out var told).ShouldBe(Sidecar.None);
        told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("year: 二〇二一\nagency: 甲\n", "第1行")]
    [InlineData("agency: 甲\nyear: 21\n", "第2行")]
    [InlineData("agency: 甲\npublished: 2022-02-30\n", "第2行")]
    [InlineData("agency: 甲\nurl: javascript:alert(1)\n", "第2行")]
    [InlineData("agency: 甲\ncurrent: yes\n", "第2行")]
    [InlineData("agency: 甲\nyear: [1, 2]\n", "第2行")]
    [InlineData("agency: 甲\ncorrections: none\n", "第2行")]
    [InlineData("agency: 甲\ncorrections:\n- cell: a.b.c\n  expect: x\n  value: 1\n", "第3行")]
    [InlineData("agency: 甲\ncorrections:\n- cell: a.b.c\n  expect: x\n  value: one\n  reason: r\n", "第5行")]
    public void What_is_wrong_is_told_with_its_line_and_the_rest_is_used(string text, string line)
    {
        Read(text, out var told).Agency.ShouldBe("甲");
        told.ShouldAllBe(diagnostic => diagnostic.Code == "DA6001");
        told.Select(diagnostic => diagnostic.Chinese).ShouldContain(message => message.Contains(line) && message.Contains("r.txt.yml"));
    }

    [Theory]
    [InlineData("agency: [\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("agency: a\nagency: b\n")]
    [InlineData("just words\n")]
    [InlineData("a: 1\n---\nb: 2\n")]
    public void A_file_that_is_no_mapping_is_invalid(string text)
    {
        Read(text, out var told).ShouldBe(Sidecar.None);
        told.ShouldHaveSingleItem().Code.ShouldBe("DA6001");
    }

    [Fact]
    public void A_file_of_brackets_does_not_exhaust_the_stack()
    {
        Read("a: " + new string('[', 200_000), out var told);
        told.ShouldHaveSingleItem().Code.ShouldBe("DA6001");
    }

    [Fact]
    public void A_sidecar_in_another_encoding_is_invalid()
    {
        SidecarReader.Read("r.txt.yml", [(byte)'a', (byte)':', (byte)' ', 0xC3, 0xF1], out var told);
        told.ShouldHaveSingleItem().Chinese.ShouldContain("UTF-8");
    }

    [Theory]
    [InlineData("withdrawn: 2024-03-01\nreason: \"误\\x01传\\u0085\\uFFFE\"\n", "误\uFFFD传\uFFFD\uFFFD")]
    [InlineData("withdrawn: 2024-03-01\nreason: \"误\\t传\\r\\n𠀀\"\n", "误\t传 𠀀")]
    public void What_is_no_text_is_replaced_and_told(string text, string reason)
    {
        Read(text, out var told).Withdrawal!.Reason.ShouldBe(reason);
        if (reason.Contains('\uFFFD', StringComparison.Ordinal))
            told.ShouldHaveSingleItem().Chinese.ShouldContain("第2行：控制字符");
        else
            told.ShouldBeEmpty();
    }

    [Fact]
    public void Text_of_sidecars_settings_and_register_holds_no_control_characters()
    {
        var sidecar = Read("agency: \"甲\\b\"\n\"a\\x02\": 1\ntranscribed_by: \"乙\\x1b\"\nfigures: {\"a\\x03.b.c\": \"1\\x04\"}\ncorrections:\n- {cell: a.b.c, expect: \"\\0\", value: 1, reason: \"r\\x7f\"}\n", out var told);
        (sidecar.Agency, sidecar.Transcription!.By, sidecar.Transcription.Lines[0].Name, sidecar.Transcription.Lines[0].Values[0].Text)
            .ShouldBe(("甲\uFFFD", "乙\uFFFD", "a\uFFFD.b.c", "1\uFFFD"));
        sidecar.Corrections.ShouldBe([new Correction("a.b.c", "\uFFFD", 1, "r\uFFFD")]);
        told.Select(said => said.Arguments[1]).Where(said => said.StartsWith('第')).Select(said => said[..3]).ShouldBe(["第1行", "第2行", "第3行", "第4行", "第4行", "第6行", "第6行"]);
        told.ShouldAllBe(said => !said.Chinese.Any(char.IsControl));
        Read("a: [\u0001", out told);
        told.ShouldAllBe(said => !said.Chinese.Any(char.IsControl));

        var settings = SettingsReader.Read("title: \"档\\x01案\"\nfilings: [\"a\\x01\"]\n"u8.ToArray(), out told);
        (settings.Title, settings.Filings[0]).ShouldBe(("档\uFFFD案", "a\uFFFD"));
        told.Select(said => said.Code).ShouldBe(["DA7005", "DA7005"]);

        RegisterReader.Read("id,name,region,kind,aliases\na,甲\u0001局,\u000b县,,\nb,乙局,,,\n"u8.ToArray(), out told)
            .Agencies.Select(agency => (agency.Name, agency.Region)).ShouldBe([("甲\uFFFD局", "\uFFFD县"), ("乙局", "")]);
        told.ShouldHaveSingleItem().Arguments[1].ShouldStartWith("第2行：控制字符");
    }

    [Fact]
    public void Unknown_fields_are_told_and_ignored()
    {
        Read("agencies: x\nyear: 2020\ncorrections:\n- {cell: a.b.c, expect: x, value: 1, reason: r, note: n}\n", out var told).Year.ShouldBe(2020);
        told.Select(diagnostic => (diagnostic.Code, diagnostic.Arguments[1])).ShouldBe([("DA6002", "corrections.note"), ("DA6002", "agencies")]);
    }

    [Fact]
    public void Settings_are_read_and_their_faults_told()
    {
        var settings = SettingsReader.Read(Encoding.UTF8.GetBytes(
            "title: 档案\ndescription: 说明\nnotice: 演示数据\nbase_url: ftp://x\nowner: 甲\ncontact: a@b\nlicence: CC0-1.0\ncolour: red\n"), out var told);
        settings.ShouldBe(new ArchiveSettings("档案", "说明", "演示数据", "", "甲", "a@b", "CC0-1.0"));
        told.Select(diagnostic => diagnostic.Code).ShouldBe(["DA7005", "DA7005"]);
        told[0].Chinese.ShouldContain("第4行");
        told[1].Chinese.ShouldContain("colour");
    }

    [Fact]
    public void Wrong_rows_of_the_register_are_told_and_the_rest_is_used()
    {
        var register = RegisterReader.Read(Encoding.UTF8.GetBytes("""
            id,name,region,kind,aliases
            a,甲局,示例县,部门,甲|甲 局
            ../evil,乙局,,,
            B,丙局,,,
            a,丁局,,,
            unidentified,戊局,,,
            con,己局,,,
            b,,,,
            c,"庚局,分局",,,甲
            """), out var told);
        register.Agencies.Select(agency => (agency.Id, agency.Name)).ShouldBe([("a", "甲局"), ("c", "庚局,分局")]);
        register.Find("甲 局")!.Region.ShouldBe("示例县");
        register.Find("甲").ShouldBeNull();
        told.ShouldAllBe(diagnostic => diagnostic.Code == "DA7004");
        told.Select(diagnostic => diagnostic.Arguments[1][..3]).ShouldBe(["第3行", "第4行", "第5行", "第6行", "第7行", "第8行", "名称“"]);
    }

    [Fact]
    public void A_body_knows_what_it_came_from_and_what_it_became()
    {
        var register = RegisterReader.Read(Encoding.UTF8.GetBytes("""
            id,name,region,kind,aliases,predecessor,successor
            a,工商局,,,,,c
            b,质监局,,,,,c
            c,市场监管局,,,,b,
            d,卫生局,,,,,
            e,卫健局,,,,d,f|g
            f,医保局,,,,,
            g,疾控局,,,,,
            """), out var told);
        told.ShouldBeEmpty();
        string Of(string id) => string.Join(' ', register.Find(id)!.Predecessors.Select(other => other.Id)) + " > " + string.Join(' ', register.Find(id)!.Successors.Select(other => other.Name));
        register.Agencies.Select(agency => Of(agency.Id)).ShouldBe([" > 市场监管局", " > 市场监管局", "a b > ", " > 卫健局", "d > 医保局 疾控局", "e > ", "e > "]);
    }

    [Fact]
    public void Successions_that_make_no_sense_are_told_and_left_out()
    {
        var register = RegisterReader.Read(Encoding.UTF8.GetBytes("""
            id,name,region,kind,aliases,predecessor,successor
            a,甲局,,,,,a
            b,乙局,,,,,无此局
            c,丙局,,,,,d
            d,丁局,,,,,e
            e,戊局,,,,,c
            f,己局,,,,,c
            g,庚局,,,,f,
            """), out var told);
        told.Select(diagnostic => diagnostic.Arguments[1]).ShouldBe([
            "第2行（a）的 successor 写的是它自己", "第3行（b）的 successor“无此局”不是名录中的 id", "c、d、e 互为前身与后继，首尾相接成了圈"]);
        register.Agencies.Where(agency => agency.Predecessors.Length + agency.Successors.Length > 0).Select(agency => agency.Id).ShouldBe(["c", "f", "g"]);
        register.Find("f")!.Successors.Select(other => other.Id).ShouldBe(["c", "g"]);
    }

    [Fact]
    public void A_register_saved_by_Excel_is_read()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        RegisterReader.Read(gbk.GetBytes("id,name,region,kind,aliases\r\na,民政局,,,\r\n"), out var told).Find("民政局")!.Id.ShouldBe("a");
        told.ShouldBeEmpty();
    }

    private static Sidecar Read(string text, out System.Collections.Immutable.ImmutableArray<Reports.Diagnostics.Diagnostic> told) =>
        SidecarReader.Read("r.txt.yml", Encoding.UTF8.GetBytes(text), out told);
}
