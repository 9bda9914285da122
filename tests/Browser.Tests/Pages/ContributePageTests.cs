using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DisclosureArchive.Generator.Documents;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Reports.Recognition;
using DisclosureArchive.Synthesis;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>What a contributor does on the page that takes a report, over http under a sub-path and from a disk.</summary>
public sealed class ContributePageTests(Browser browser, ExampleSite example) : IDisposable
{
    /// <summary>Pastes into an element as a program's clipboard would.</summary>
    private const string Paste = """
        ([selector, html, text]) => {
          const data = new DataTransfer()
          if (html) data.setData('text/html', html)
          data.setData('text/plain', text)
          const target = document.querySelector(selector)
          return target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
        }
        """;

    private readonly ReadingTools _tools = new(ReadingLimits.Default);

    public static TheoryData<bool> Places => [false, true];

    public static TheoryData<string> AllEditions => [.. Editions.All.Select(edition => edition.Id)];

    public void Dispose() => _tools.Dispose();

    [Theory, MemberData(nameof(Places))]
    public async Task A_typed_report_is_judged_and_comes_back_as_files_that_are_read_exactly(bool isDisk)
    {
        var (page, faults) = await Open(isDisk);
        await page.FillAsync(Cell("requests.received.natural_person"), "12");
        await page.FillAsync(Cell("requests.received.total"), "13");
        await page.FillAsync(Cell("requests.carried_in.total"), "/");
        await page.FillAsync(Cell("proactive.fees.amount"), "约5 万元");
        foreach (var column in (string[])["business", "research", "ngo", "legal_service", "other_org"])
            await page.FillAsync(Cell($"requests.received.{column}"), "0");

        var failed = page.Locator("#failed li");
        await Assertions.Expect(failed).ToHaveCountAsync(1);
        await Assertions.Expect(failed).ToContainTextAsync("左边 13，右边 12，相差 1");
        await Assertions.Expect(page.Locator("#tally")).ToContainTextAsync("成立 0，不成立 1");
        await Assertions.Expect(page.Locator("#tally")).ToContainTextAsync("数字 7，空白 191，不适用 1，无法辨认 1");
        (await page.Locator("#taking, #judged").AllAsync()).Count.ShouldBe(2);
        await failed.Locator("button").ClickAsync();
        (await page.Locator("td.lit input").EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.dataset.cell)")).ShouldBe(
            Editions.Form2021.Table("requests")!.Columns.Select(column => $"requests.received.{column.Id}"), ignoreOrder: true);
        await Assertions.Expect(page.Locator(Cell("proactive.fees.amount"))).ToHaveAttributeAsync("aria-invalid", "true");

        await page.ClickAsync("#docx");
        await Assertions.Expect(page.Locator("#told")).ToContainTextAsync("还缺：机关全称、四位年份");
        await page.FillAsync("#agency", "示例县\"试\"局: #1");
        await page.FillAsync("#year", "2023");
        await page.FillAsync("#url", "https://example.com/a?b=\"c\"");
        await page.FillAsync("#published", "2024年1月");
        await page.ClickAsync("#docx");
        await Assertions.Expect(page.Locator("#told")).ToContainTextAsync("还缺：2025-01-31 这样的公布日期");
        await page.FillAsync("#published", "2024-01-31");
        var document = await Download(page, "#docx", "2023年报告.docx");
        var note = await Download(page, "#sidecar", "2023年报告.docx.yml");

        var sidecar = SidecarReader.Read("x.yml", note, out var diagnostics);
        diagnostics.ShouldBeEmpty();
        (sidecar.Agency, sidecar.Year, sidecar.Published, sidecar.Url, sidecar.Form).ShouldBe(("示例县\"试\"局: #1", 2023, new DateOnly(2024, 1, 31), "https://example.com/a?b=\"c\"", Editions.Form2021));
        var report = new ReportReader(AgencyRegister.Empty, _tools).Read(new SourceFile("2023年报告.docx", document), sidecar);
        report[new CellName("requests", "received", "total")]!.Value.ShouldBe(13);
        report[new CellName("requests", "carried_in", "total")]!.State.ShouldBe(FigureState.NotApplicable);
        report[new CellName("proactive", "fees", "amount")]!.ShouldSatisfyAllConditions(
            figure => figure.State.ShouldBe(FigureState.Unreadable), figure => figure.Raw.ShouldBe("约5 万元"));
        report.Tables.SelectMany(table => table.Figures).Count(figure => figure.State == FigureState.Blank).ShouldBe(191);
        faults.ShouldBeEmpty();
    }

    /// <summary>The page makes the document that the program makes of the same words.</summary>
    [Theory, MemberData(nameof(AllEditions))]
    public async Task Its_document_is_the_programs(string edition)
    {
        var (page, faults) = await Open(false);
        var form = Editions.Get(edition);
        var random = new Random(7);
        var filled = form.Tables.SelectMany(table => table.Cells).ToDictionary(cell => cell.ToString(), cell => random.Next(6) == 0 ? "<无>&\"" : $"{random.Next(500)}");
        await page.SelectOptionAsync("#edition", edition);
        await page.FillAsync("#agency", "甲 & 乙局");
        await page.FillAsync("#year", "2024");
        await page.EvaluateAsync("""
            values => {
              for (const input of document.querySelectorAll('section:not([hidden]) input[data-cell]')) {
                input.value = values[input.dataset.cell]
                input.dispatchEvent(new Event('input', { bubbles: true }))
              }
            }
            """, filled);
        var document = await Download(page, "#docx", "2024年报告.docx");

        Parts(document).ShouldBe(Parts(FormDocument.Write(form, "甲 & 乙局", 2024, name => filled[name])));
        Parts(document).Count.ShouldBe(6);
        faults.ShouldBeEmpty();
    }

    /// <summary>What programs put on the clipboard: all tables of an edition, as Word, WPS, Excel and browsers write them, and as text.</summary>
    [Theory, MemberData(nameof(AllEditions))]
    public async Task Whole_tables_of_any_program_fill_the_form(string edition)
    {
        var form = Editions.Get(edition);
        var value = 1000;
        var figures = form.Tables.SelectMany(table => table.Cells).ToDictionary(cell => cell.ToString(), cell => cell.Column == "change" ? $"减{value++}" : $"{value++}");
        foreach (var (name, html, text) in Clipboards([.. form.Tables.Select(table => ReportPrinter.Print(table, cell => figures[cell.ToString()]))]))
        {
            var (page, faults) = await Open(false);
            await page.SelectOptionAsync("#edition", edition);
            await Put(page, "#paste", html, text);

            (await Values(page)).Where(cell => cell.Value != figures[cell.Key]).Select(cell => $"{name} {cell.Key}: {cell.Value}").ShouldBeEmpty();
            (await page.Locator("#doubts li").AllInnerTextsAsync()).ShouldBeEmpty(name);
            await Assertions.Expect(page.Locator("#said")).ToContainTextAsync($"已填 {figures.Count} 格");
            await page.ClickAsync("#undo");
            (await Values(page)).Values.ShouldAllBe(cell => cell == "");
            faults.ShouldBeEmpty();
        }
    }

    [Theory, MemberData(nameof(Places))]
    public async Task What_is_in_doubt_is_said_and_not_filled(bool isDisk)
    {
        var (page, faults) = await Open(isDisk);
        // A row too short, a row that is not of the form, a row twice, a row in order that is sure, and a hostile cell.
        await Put(page, "#paste", """
            <table><tr><th>项目</th><th>自然人</th><th>商业企业</th><th>科研机构</th><th>社会公益组织</th><th>法律服务机构</th><th>其他</th><th>总计</th></tr>
            <tr><td>一、本年新收政府信息公开申请数量</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>21</td></tr>
            <tr><td>二、上年结转政府信息公开申请数量</td><td>1</td><td>2</td><td>3</td></tr>
            <tr><td>属于工作秘密</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>21</td></tr>
            <tr><td>（一）予以公开</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>21</td></tr>
            <tr><td>（一）予以公开</td><td>9</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>29</td></tr>
            <tr><td>1.属于国家秘密</td><td><img src=x onerror="window.wasRun=1"><script>window.wasRun=2</script>7</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>7</td></tr></table>
            <table><tr><td>别的</td><td>5</td></tr></table>
            """, "");

        (await Values(page)).Where(cell => cell.Value != "").Select(cell => $"{cell.Key}={cell.Value}").ShouldBe(
            [
                .. new[] { "1", "2", "3", "4", "5", "6", "21" }.Zip(Editions.Form2021.Table("requests")!.Columns, (text, column) => $"requests.received.{column.Id}={text}"),
                .. new[] { "7", "0", "0", "0", "0", "0", "7" }.Zip(Editions.Form2021.Table("requests")!.Columns, (text, column) => $"requests.refused.state_secret.{column.Id}={text}"),
            ], ignoreOrder: true);
        var doubts = await page.Locator("#doubts li").AllInnerTextsAsync();
        doubts.Count.ShouldBe(5);
        doubts.ShouldContain("第1个表第3行“二、上年结转政府信息公开申请数量”：各列与格式对不上，没有填。");
        doubts.ShouldContain("第1个表第4行“属于工作秘密”不是本版格式的行，没有填。");
        doubts.ShouldContain("第1个表第5行“（一）予以公开”出现不止一次，没有填。");
        doubts.ShouldContain(text => text.StartsWith("第2个表认不出", StringComparison.Ordinal));
        (await page.EvaluateAsync<bool>("() => window.wasRun === undefined && !document.querySelector('main img')")).ShouldBeTrue();
        faults.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task A_block_of_figures_fills_to_the_right_and_down_and_nothing_if_it_does_not_fit(bool isDisk)
    {
        var (page, faults) = await Open(isDisk);
        await Put(page, Cell("requests.granted.business"), null, "1\t2\r\n\t4\r\n5\t6\r\n");
        (await Values(page)).Where(cell => cell.Value != "").Select(cell => $"{cell.Key}={cell.Value}").ShouldBe(
        [
            "requests.granted.business=1", "requests.granted.research=2", "requests.partly_granted.research=4", "requests.refused.state_secret.business=5", "requests.refused.state_secret.research=6",
        ], ignoreOrder: true);

        await Put(page, Cell("requests.granted.total"), null, "7\t8");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("放不下");
        await Assertions.Expect(page.Locator(Cell("requests.granted.total"))).ToHaveValueAsync("");
        await Put(page, "#paste", null, string.Join('\t', Enumerable.Range(1, 15)));
        await Assertions.Expect(page.Locator(Cell("disputes.litigation_after_review.total"))).ToHaveValueAsync("15");
        await Put(page, "#paste", null, "1\t2\t3");
        await Assertions.Expect(page.Locator("#doubts li")).ToHaveTextAsync("第1个表认不出是哪一张法定表格，没有填。只有数字的，请先点表中左上那一格再粘贴。");
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_lead_from_cell_to_cell()
    {
        var (page, faults) = await Open(false);
        await page.FocusAsync(Cell("requests.received.natural_person"));
        foreach (var key in (string[])["1", "Enter", "2", "ArrowRight", "3", "ArrowUp", "4", "ArrowLeft", "ArrowLeft"])
            await page.Keyboard.PressAsync(key);
        (await page.EvaluateAsync<string>("() => document.activeElement.dataset.cell")).ShouldBe("requests.received.natural_person");
        foreach (var (cell, value) in ((string, string)[])[("received.natural_person", "1"), ("carried_in.natural_person", "2"), ("carried_in.business", "3"), ("received.business", "4")])
            await Assertions.Expect(page.Locator(Cell("requests." + cell))).ToHaveValueAsync(value);
        await Assertions.Expect(page.GetByLabel("一、本年新收政府信息公开申请数量·商业企业", new() { Exact = true })).ToHaveValueAsync("4");
        faults.ShouldBeEmpty();
    }

    /// <summary>The browser reads a cell as the program does.</summary>
    [Fact]
    public async Task A_text_means_what_it_means_to_the_program()
    {
        string[] numbers = ["0", "12", "１２", "1,234", "1，234", "1 ,234", "12.5", "0.10", "12.", ".5", "1.2.3", "1,23", "12345678901234567890", "123456789012345678901", "007", "1e3", "0 0", "O", "l2", "十二", "一", "一一", "一百五", "一百零五", "两千三百", "一十", "二三", "〇", "零", "12\u00a0", "\u200b12", "1\u202e2", "½"];
        string[] texts =
        [
            .. numbers, .. numbers.Select(number => "-" + number), .. numbers.Select(number => "减" + number), .. numbers.Select(number => $"增加 {number}"), .. numbers.Select(number => $"{number} 件"),
            .. numbers.Select(number => number + "万元"), .. numbers.Select(number => number + "元"), .. numbers.Select(number => number + "亿元"), .. numbers.Select(number => number + "①"), .. numbers.Select(number => number + "[1]"),
            .. numbers.Select(number => $"{number}（注）"), .. numbers.Select(number => number + "注1"),
            "", " ", "　", "/", "\\", "—", "——", "－", "无", "不涉及", "N/A", "约5", "见附件", "+4", "↑3", "−3", "人次", "元", "注", "*", "5人次", "5*件", "1\n2", "3\n",
        ];
        var (page, faults) = await Open(false);
        foreach (var kind in Enum.GetValues<FigureKind>())
        {
            var read = await page.EvaluateAsync<string[]>(
                "([texts, kind]) => texts.map(text => { const { state, value } = archive.figureText.read(text, kind); return value === null ? state : archive.figureText.write(value) })",
                new object[] { texts, kind switch { FigureKind.Change => "change", FigureKind.Amount => "amount", _ => "count" } });
            for (var i = 0; i < texts.Length; i++)
            {
                var (state, value) = FigureText.Read(texts[i], kind);
                read[i].ShouldBe(value is { } number ? Generator.Pages.Numbers.Text(number) : Generator.Data.Words.Of(state), $"{kind} “{texts[i]}”");
            }
        }

        faults.ShouldBeEmpty();
    }

    /// <summary>Relations are those of the program: of a report that breaks some, both say the same.</summary>
    [Theory, MemberData(nameof(AllEditions))]
    public async Task Relations_are_judged_as_the_program_judges_them(string edition)
    {
        var form = Editions.Get(edition);
        var random = new Random(3);
        string[] texts = ["0", "0", "0", "1", "", "/", "0 0", "2.5"];
        var filled = form.Tables.SelectMany(table => table.Cells).ToDictionary(cell => cell.ToString(), _ => texts[random.Next(random.Next(4) == 0 ? texts.Length : 3)]);
        var (page, _) = await Open(false);
        await page.SelectOptionAsync("#edition", edition);
        await page.EvaluateAsync("""
            values => {
              const inputs = [...document.querySelectorAll('section:not([hidden]) input[data-cell]')]
              inputs.forEach(input => { input.value = values[input.dataset.cell] })
              inputs[0].dispatchEvent(new Event('input', { bubbles: true }))
            }
            """, filled);
        var judged = await page.Locator(".relations li").EvaluateAllAsync<string[]>("lines => lines.map(line => `${line.dataset.relation} ${line.className}`)");
        var report = Read(FormDocument.Write(form, "某局", form.FirstYear, name => filled[name]));

        report.Findings.Length.ShouldBeGreaterThan(5);
        judged.ShouldBe(report.Findings.Select(finding => $"{finding.Relation} {Generator.Data.Words.Of(finding.Status).Replace("not_assessable", "open", StringComparison.Ordinal)}"), ignoreOrder: true);
    }

    /// <summary>What the year before carried over is in the archive, and is judged as between two reports of the archive.</summary>
    [Theory, MemberData(nameof(Places))]
    public async Task What_was_carried_in_is_judged_against_the_year_before(bool isDisk)
    {
        var (page, faults) = await Open(isDisk);
        string[] typed = ["2", "1", "/", "", "0", "0", "2"]; // the archive has 2, 0, 0, 0, a blank, 0, 2
        foreach (var (column, text) in Editions.Form2021.Table("requests")!.Columns.Zip(typed))
            await page.FillAsync(Cell($"requests.carried_in.{column.Id}"), text);
        var carried = page.Locator(".relations li[data-relation^='carry_over.']");
        await Assertions.Expect(page.Locator(".relations li")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(carried).ToHaveCountAsync(0);

        await page.FillAsync("#agency", "示例县民政局");
        await page.FillAsync("#year", "2024");
        await Assertions.Expect(page.Locator("#year-before")).ToHaveTextAsync("上年结转，也与本档案中示例县民政局2023年的报告核对。");
        (await carried.EvaluateAllAsync<string[]>("lines => lines.map(line => `${line.dataset.relation} ${line.className}`)")).ShouldBe(
            [
                "carry_over.natural_person passed", "carry_over.business failed", "carry_over.research open", "carry_over.ngo open",
                "carry_over.legal_service open", "carry_over.other_org passed", "carry_over.total passed",
            ], ignoreOrder: true);
        await Assertions.Expect(page.Locator("[data-relation='carry_over.business']")).ToContainTextAsync("商业企业：2023年结转下年度＝本年上年结转 2023年报告结转下年度 0，上年结转 1，相差 -1");
        await Assertions.Expect(page.Locator("[data-relation='carry_over.total'] span")).ToHaveTextAsync("2023年报告结转下年度与上年结转都是 2");
        await Assertions.Expect(page.Locator("[data-relation='carry_over.research'] span")).ToHaveTextAsync("没有数字的格：二、上年结转政府信息公开申请数量·科研机构");
        await Assertions.Expect(page.Locator("[data-relation='carry_over.legal_service'] span")).ToHaveTextAsync("没有数字的格：2023年报告的四、结转下年度继续办理·法律服务机构");
        await page.ClickAsync("[data-relation='carry_over.legal_service'] button");
        (await page.EvaluateAsync<string>("() => document.activeElement.dataset.cell")).ShouldBe("requests.carried_in.legal_service");

        // The cell is judged anew at each key, and the year at each change.
        await page.FillAsync(Cell("requests.carried_in.business"), "0");
        await Assertions.Expect(page.Locator("[data-relation='carry_over.business']")).ToHaveClassAsync("passed");
        foreach (var (year, told) in ((string, string)[])[("2022", "本档案没有示例县民政局2021年报告的申请情况表，上年结转无从核对。"), ("202", "")])
        {
            await page.FillAsync("#year", year);
            await Assertions.Expect(page.Locator("#year-before")).ToHaveTextAsync(told);
            await Assertions.Expect(carried).ToHaveCountAsync(0);
        }

        await page.FillAsync("#year", "2024");
        await Assertions.Expect(carried).ToHaveCountAsync(7);
        await page.FillAsync("#agency", "没有的局");
        await Assertions.Expect(carried).ToHaveCountAsync(0);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaving_asks_only_if_something_would_be_lost()
    {
        var (page, _) = await Open(false);
        var asked = 0;
        page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.AcceptAsync();
        };
        await page.ReloadAsync();
        asked.ShouldBe(0);
        await page.FocusAsync(Cell("requests.received.total"));
        await page.Keyboard.TypeAsync("5");
        await page.ReloadAsync();
        asked.ShouldBe(1);
        await Assertions.Expect(page.Locator(Cell("requests.received.total"))).ToHaveValueAsync("");
    }

    [Fact]
    public async Task In_english_it_speaks_english()
    {
        var (page, faults) = await browser.Open(example.Address + "en/contribute.html");
        await page.FillAsync(Cell("requests.received.total"), "5");
        await Assertions.Expect(page.Locator("#tally")).ToContainTextAsync("1 numbers, 199 blank");
        await Assertions.Expect(page.GetByLabel("Requests received this year · Total", new() { Exact = true })).ToHaveValueAsync("5");
        (await page.Locator("section[data-edition=form-2021]").InnerTextAsync()).ShouldNotMatch(@"[\u4e00-\u9fff]");
        faults.ShouldBeEmpty();
    }

    private async Task<(IPage Page, List<string> Faults)> Open(bool isDisk)
    {
        var opened = await browser.Open((isDisk ? example.FileAddress : example.Address) + "contribute.html");
        await opened.Page.WaitForSelectorAsync("#facts:not([hidden])");
        return opened;
    }

    private static string Cell(string name) => $"section:not([hidden]) input[data-cell='{name}']";

    private static Task<Dictionary<string, string>> Values(IPage page) =>
        page.EvaluateAsync<Dictionary<string, string>>("() => Object.fromEntries([...document.querySelectorAll('section:not([hidden]) input[data-cell]')].map(input => [input.dataset.cell, input.value]))");

    private static Task Put(IPage page, string selector, string? html, string text) => page.EvaluateAsync(Paste, new[] { selector, html, text });

    private static async Task<byte[]> Download(IPage page, string button, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(button));
        download.SuggestedFilename.ShouldBe(name);
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    /// <summary>The parts of a Word file, names and XML, however it is escaped.</summary>
    private static List<(string, string)> Parts(byte[] document)
    {
        using var zip = new ZipArchive(new MemoryStream(document));
        return [.. zip.Entries.Select(entry =>
        {
            using var part = entry.Open();
            return (entry.FullName, XDocument.Load(part, LoadOptions.PreserveWhitespace).ToString(SaveOptions.DisableFormatting));
        })];
    }

    private AnnualReport Read(byte[] content) => new ReportReader(AgencyRegister.Empty, _tools).Read(new SourceFile("报告.docx", content), Sidecar.None);

    private static IEnumerable<(string Name, string? Html, string Text)> Clipboards(PrintedTable[] tables)
    {
        yield return ("Word", "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->"
            + string.Concat(tables.Select(table => Html(table, "<p class=MsoNormal><span lang=EN-US style='font-size:9.0pt'>", "<o:p></o:p></span></p>",
                "<![if !supportMisalignedColumns]><tr height=0><td width=54 style='border:none'></td></tr><![endif]>")))
            + "<!--EndFragment--></body></html>", "");
        yield return ("WPS", "<html><body>" + string.Concat(tables.Select(table => Html(table, "<p class=\"MsoNormal\" align=\"center\"><font face=\"宋体\">", "&nbsp;</font></p>", ""))) + "</body></html>", "");
        yield return ("Excel", "<html><body>" + string.Concat(tables.Select(table => Html(table, "", "", "").Replace("<td", "<td class=xl65 x:num", StringComparison.Ordinal))) + "</body></html>", "not this");
        yield return ("page", "<meta charset='utf-8'><div>" + string.Concat(tables.Select(table => Html(table, "\n      <div>", "</div>\n    ", ""))) + "</div>", "");
        yield return ("text", null, string.Concat(tables.Select(Lines)));

        static string Html(PrintedTable table, string before, string after, string end)
        {
            var html = new StringBuilder("<table border=1><tbody>");
            foreach (var row in table.Rows)
            {
                html.Append("<tr>");
                foreach (var cell in row)
                    html.Append($"<td colspan={cell.ColumnSpan} rowspan={cell.RowSpan}>{before}{System.Net.WebUtility.HtmlEncode(cell.Text)}{after}</td>");
                html.Append("</tr>");
            }

            return html.Append(end).Append("</tbody></table>").ToString();
        }

        // As a spreadsheet: a merged cell's text in its first cell, the others blank.
        static string Lines(PrintedTable table) => string.Concat(table.Grid().Select(row =>
            string.Join('\t', row.Select(slot => slot is { FirstRow: true, FirstColumn: true } ? slot.Cell.Text : "")) + "\r\n"));
    }
}
