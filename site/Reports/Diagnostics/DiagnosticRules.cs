using System.Collections.Immutable;
using System.Reflection;

namespace DisclosureArchive.Reports.Diagnostics;

/// <summary>
/// The closed catalogue of all that can be said of a file. Codes: 1xxx reading, 2xxx recognition, 3xxx figures,
/// 4xxx identity (agency, year, dates), 5xxx checks, 6xxx sidecars and corrections, 7xxx the archive as a whole.
/// <c>docs/diagnostics.md</c> lists them for readers.
/// </summary>
public static class DiagnosticRules
{
    public static readonly DiagnosticRule UnsupportedFormat = new("DA1001", Severity.Error,
        "暂不能读取这种格式的文件（{0}）。", "Files of this kind ({0}) can't be read yet.",
        "请另存为 docx（表格另存为 xlsx）后重新提交；也可在说明文件中抄录数字（transcribed_by 与 figures）。", "Save it as docx, a spreadsheet as xlsx, and submit it again; or transcribe its figures in the sidecar (transcribed_by and figures).");

    public static readonly DiagnosticRule UnreadableFile = new("DA1002", Severity.Error,
        "文件已损坏或不完整，无法读取：{0}", "The file is damaged or incomplete: {0}",
        "请用原软件打开并重新保存，或换一份完整的文件。", "Open and save it again in its own program, or supply an intact copy.");

    public static readonly DiagnosticRule EmptyDocument = new("DA1003", Severity.Error,
        "文件中没有文字。", "The file holds no text.",
        "请检查是否交错了文件；扫描件的数字可在说明文件中抄录（transcribed_by 与 figures）。", "Check that it is the right file; the figures of a scan may be transcribed in the sidecar (transcribed_by and figures).");

    public static readonly DiagnosticRule ReplacedCharacters = new("DA1004", Severity.Warning,
        "文件含有无法解码的字符（按 {0} 解码）。", "The file holds characters that can't be decoded (as {0}).",
        "请把文件另存为 UTF-8 编码。", "Save the file as UTF-8.");

    public static readonly DiagnosticRule NodeMissing = new("DA1005", Severity.Error,
        "这台机器不能读取 PDF：{0}", "This machine can't read PDF: {0}",
        "请安装 Node.js 20 或更新版本（含 npm），然后重新运行 dotnet build；也可以另存为 docx 后重新提交。", "Install Node.js 20 or newer (with npm) and run dotnet build again; or save the file as docx and submit that.")
    {
        IsOfMachine = true,
    };

    public static readonly DiagnosticRule NoTextLayer = new("DA1006", Severity.Error,
        "PDF 没有文字层（多半是扫描件），其中的数字没有读取。", "The PDF has no text (most likely a scan); its figures were not read.",
        "请提供由 Word 直接导出的文件；没有的话，可在说明文件 {0} 中抄录数字（transcribed_by 与 figures）。", "Supply a file exported from the word processor; if there is none, transcribe its figures in the sidecar {0} (transcribed_by and figures).");

    public static readonly DiagnosticRule ConverterMissing = new("DA1007", Severity.Error,
        "这台机器不能读取 {0} 文件：没有安装 LibreOffice（soffice）。", "This machine can't read {0} files: LibreOffice (soffice) is not installed.",
        "请安装 LibreOffice 后重新生成；也可以用 Word 或 WPS 另存为 docx 后重新提交。", "Install LibreOffice and build again; or save the file as docx with Word or WPS and submit that.")
    {
        IsOfMachine = true,
    };

    public static readonly DiagnosticRule EncryptedFile = new("DA1008", Severity.Error,
        "文件加了密码或限制（{0}），无法读取。", "The file is protected by a password ({0}) and can't be read.",
        "请去掉密码，另存后重新提交。", "Remove the password, save it and submit it again.");

    public static readonly DiagnosticRule FileTooLarge = new("DA1009", Severity.Error,
        "文件过大（{0} MB，上限 {1} MB），没有读取；原件照样存档。", "The file is too large ({0} MB; the limit is {1} MB) and was not read; it is published as it is.",
        "请压缩其中的图片或删去无关内容；确有必要时可在 archive.yml 中调高上限。", "Shrink its pictures or remove what does not belong; if need be raise the limit in archive.yml.");

    public static readonly DiagnosticRule TookTooLong = new("DA1010", Severity.Error,
        "读取超过 {0} 秒，已放弃。", "Reading took more than {0} seconds and was given up.",
        "请用原软件打开并重新保存，或另存为 docx；也可在 archive.yml 中调高时限。", "Open and save it again in its own program, or save it as docx; or raise the limit in archive.yml.")
    {
        IsOfMachine = true,
    };

    public static readonly DiagnosticRule ContentTooLarge = new("DA1011", Severity.Error,
        "文件内容过多（{0}），没有读取。", "The file holds too much ({0}) and was not read.",
        "请删去无关内容后重新提交，或另存为 docx。", "Remove what does not belong and submit it again, or save it as docx.");

    public static readonly DiagnosticRule ArchiveRefused = new("DA1012", Severity.Error,
        "压缩包（{0}）不作为报告读取。", "Archives ({0}) are not read as reports.",
        "请解压，把其中的报告文件逐个放进文件夹。", "Unpack it and put the report files themselves into the folder.");

    public static readonly DiagnosticRule MixedFigureList = new("DA1013", Severity.Error,
        "这份数字清单（CSV）里有不止一个机关、年度或来源，没有采用。", "This list of figures (CSV) is of more than one agency, year or source; it was not used.",
        "请一份报告一个文件。", "Give each report a file of its own.");

    public static readonly DiagnosticRule ListedCellUnknown = new("DA1014", Severity.Warning,
        "数字清单中的“{0}”等 {1} 项不是规定的单元格，未采用。", "{1} entries of the list of figures, “{0}” first, name no cell of the forms and were not taken.",
        "单元格名称见 docs/data.md。", "See docs/data.md for the names of cells.");

    public static readonly DiagnosticRule ListedFigureUnclear = new("DA1015", Severity.Error,
        "数字清单中“{0}”的数值、状态与原文互不相符（{1}），按“无法辨认”处理。", "Value, state and raw text of “{0}” in the list of figures do not fit together ({1}); it counts as unreadable.",
        "请核对这一行。", "Check this line.");

    public static readonly DiagnosticRule ListedValueDiffers = new("DA1016", Severity.Warning,
        "数字清单中“{0}”的数值（{1}）与原文（{2}）不同，采用数值。", "Value ({1}) and raw text ({2}) of “{0}” in the list of figures differ; the value was taken.",
        "请核对；原文如果以元计数或已经更正，无需处理。", "Check it; nothing to do if the raw text is in yuan or was corrected.");

    public static readonly DiagnosticRule EmptyFile = new("DA1020", Severity.Error,
        "文件是空的（0 字节），或者是管道、设备一类的特殊文件，没有打开。", "The file is empty (0 bytes), or no file at all but a pipe or a device; it was not opened.",
        "请检查是否复制完整，换一份有内容的文件。", "Check that it was copied whole, and supply one with content.");

    public static readonly DiagnosticRule ReadingFailed = new("DA1021", Severity.Error,
        "读取时程序出错（{0}），已跳过。", "The program failed while it read this file ({0}), which was passed over.",
        "请把这份文件附上报告给本程序的维护者；另存为 docx 后重新提交，多半能读。", "Report it to the maintainers of this program, with the file; saved anew as docx it can most likely be read.")
    {
        IsOfMachine = true,
    };

    public static readonly DiagnosticRule NotReached = new("DA1022", Severity.Error,
        "没有读取：前面的文件超时未停，占住了这台机器。", "Not read: files before it ran over their time without an end and hold the machine.",
        "请先处理超时（DA1010）的文件，再重新生成。", "Mend the files that took too long (DA1010) first, then build again.")
    {
        IsOfMachine = true,
    };

    public static readonly DiagnosticRule HoldsMacros = new("DA1023", Severity.Warning,
        "文件含有宏（{0}）；宏没有运行，只读取了文字，原件照样存档。", "The file holds macros ({0}); none was run, only its text was read, and it is published as it is.",
        "请另存为不含宏的 docx 后重新提交；下载原件的人请不要启用宏。", "Save it as a docx without macros and submit that; whoever downloads the original should not enable them.");

    public static readonly DiagnosticRule NamesLeadOut = new("DA1024", Severity.Warning,
        "文件内部有指向文件夹以外的名称（{0}），没有取用。", "Names within the file lead out of it ({0}); what they name was left alone.",
        "正常的文件没有这样的名称：请用 Word 打开并另存，或核实文件的来历。", "No sound file has such names: open and save it in the word processor, or ask where it comes from.");

    public static readonly DiagnosticRule ManyAlike = new("DA1025", Severity.Warning,
        "{0} 在这份文件中还有 {1} 处，没有逐一列出。", "{0} applies to {1} more places of this file, which are not listed.",
        "请先处理已列出的，再检查一遍。", "Mend those that are listed, and check again.");

    public static readonly DiagnosticRule HiddenText = new("DA1030", Severity.Info,
        "PDF 中有 {0} 个字符在页面上看不见（白字、隐藏、在页面之外、被遮盖）或已划去，没有读取。", "{0} characters of the PDF are not seen on its pages (white, invisible, beyond the page, covered) or struck out, and were not read.",
        "无需处理；如果其中有报告的内容，请改成可见的文字后重新提交。", "Nothing to do; if they belong to the report, make them visible and submit it again.");

    public static readonly DiagnosticRule NoStatutoryTables = new("DA2001", Severity.Warning,
        "没有找到法定统计表（二、三、四部分的表格）。", "No statutory table was found (sections 2, 3 and 4).",
        "如果报告确有表格，请检查是否以图片形式插入：图片中的数字不会被读取，可在说明文件中抄录（transcribed_by 与 figures）。", "If the report has tables, check whether they are pictures: figures in pictures are not read, but may be transcribed in the sidecar (transcribed_by and figures).");

    public static readonly DiagnosticRule TableMissing = new("DA2002", Severity.Warning,
        "没有找到表“{0}”。", "The table “{0}” was not found.",
        "请补充该表，或检查表格是否以图片形式插入。", "Add the table, or check whether it is a picture.");

    public static readonly DiagnosticRule RowMissing = new("DA2003", Severity.Warning,
        "表“{0}”缺少“{1}”一行。", "The table “{0}” has no row “{1}”.",
        "请按国家统一格式补全表格；没有发生的填0。", "Complete the table as the national form demands; write 0 where nothing happened.");

    public static readonly DiagnosticRule UnknownRow = new("DA2004", Severity.Warning,
        "表“{0}”中的“{1}”不是规定的行，其数字未采用。", "“{1}” is not a row of the form's table “{0}”; its figures were not taken.",
        "请检查这一行的名称是否有误。", "Check the row's label.");

    public static readonly DiagnosticRule ColumnsUnclear = new("DA2005", Severity.Error,
        "表“{0}”“{1}”一行的数字（{2}个）无法与各列（{3}列）对应，按“无法辨认”处理。", "The figures of row “{1}” of table “{0}” ({2}) can't be matched to its {3} columns; they count as unreadable.",
        "请检查这一行的单元格是否多了、少了或错位。", "Check whether cells of this row are missing, superfluous or shifted.");

    public static readonly DiagnosticRule HeaderAssumed = new("DA2006", Severity.Info,
        "表“{0}”没有可辨认的表头，按国家统一格式的列序读取。", "The table “{0}” has no header that could be recognised; the official order of columns was used.",
        "请核对各列数字；最好补上表头。", "Check the figures by column; better, add the header.");

    public static readonly DiagnosticRule TableRepeated = new("DA2007", Severity.Warning,
        "表“{0}”的“{1}”一行出现不止一次，采用第一次出现的数字。", "Row “{1}” of table “{0}” occurs more than once; its first figures were taken.",
        "请删去重复的表格或行。", "Delete the repeated table or row.");

    public static readonly DiagnosticRule SubtotalRow = new("DA2008", Severity.Info,
        "表“{0}”中的“{1}”是自行增加的小计行，未采用，不影响其他数字。", "“{1}” in the table “{0}” is a subtotal added to the form; it was not taken, the other figures stand.",
        "无需处理。", "Nothing to do.");

    public static readonly DiagnosticRule OneOfSeveral = new("DA2009", Severity.Warning,
        "文件中有 {0} 份报告，只采用“{1}”，未采用{2}。", "The file holds {0} reports; only “{1}” was taken, not {2}.",
        "请把每份报告另存为单独的文件；如果采用的不对，请在说明文件中写明 agency 与 year。", "Save each report as a file of its own; if the wrong one was taken, name agency and year in the sidecar.");

    public static readonly DiagnosticRule TableOfOtherYear = new("DA2010", Severity.Info,
        "“{0}”之下的表格不是本报告年度的，不作为法定表格。", "The table below “{0}” is of another year than the report; it is no statutory table of it.",
        "无需处理；如判断有误，请修改表格上方的说明文字或报告标题中的年度。", "Nothing to do; if this is wrong, mend the line above the table or the year in the title.");

    public static readonly DiagnosticRule FigureUnreadable = new("DA3001", Severity.Error,
        "“{0}”的内容“{1}”不是一个可以辨认的数字。", "“{1}” in “{0}” is not a figure that can be read.",
        "请改成一个数字；没有发生的填0。", "Write one number; write 0 where nothing happened.");

    public static readonly DiagnosticRule FigureBlank = new("DA3002", Severity.Warning,
        "表“{0}”有 {1} 格是空白（空白不等于0），首先见于“{2}”。", "{1} cells of the table “{0}” are blank (blank is not zero), first in “{2}”.",
        "请补填；没有发生的填0。", "Fill them in; write 0 where nothing happened.");

    public static readonly DiagnosticRule FigureUnusual = new("DA3003", Severity.Warning,
        "“{0}”的数字“{1}”不合常理（件数应为不小于0的整数）。", "The figure “{1}” of “{0}” is unusual: a count is a whole number of 0 or more.",
        "请核对原件。", "Check it against the original.");

    public static readonly DiagnosticRule AgencyUnknown = new("DA4001", Severity.Error,
        "无法确定报告属于哪个机关，暂列“待认定机关”。", "The agency of this report can't be told; it stands under 待认定机关 (agency to be identified).",
        "请在报告旁新建 {0}，写一行“agency: 机关全称”。", "Add {0} beside the report with the line `agency: full name of the agency`.");

    public static readonly DiagnosticRule AgencyWeak = new("DA4002", Severity.Warning,
        "未能从标题或落款得知机关，推断为“{0}”（依据：{1}）。", "Neither title nor signature tells the agency; inferred to be “{0}” (from: {1}).",
        "请核对；如不对，请在 {2} 写一行“agency: 机关全称”。", "Check it; if it is wrong, put the line `agency: full name` into {2}.");

    public static readonly DiagnosticRule YearUnknown = new("DA4003", Severity.Error,
        "无法确定报告的年度。", "The year of this report can't be told.",
        "请在报告旁新建 {0}，写一行“year: 2023”这样的年度。", "Add {0} beside the report with a line such as `year: 2023`.");

    public static readonly DiagnosticRule YearWeak = new("DA4004", Severity.Warning,
        "未能从标题得知年度，推断为 {0} 年（依据：{1}）。", "The title does not tell the year; inferred to be {0} (from: {1}).",
        "请核对；如不对，请在 {2} 写一行“year: 年度”。", "Check it; if it is wrong, put a line `year: …` into {2}.");

    public static readonly DiagnosticRule EditionWeak = new("DA4005", Severity.Warning,
        "报告内容不足以判断所用的格式版本，按“{0}”处理。", "What the report contains does not tell the edition of its form; taken to be {0}.",
        "请核对报告是否完整；如判断有误，请在说明文件写一行 form，如“form: form-2021”。", "Check that the report is complete; if this is wrong, put a line such as `form: form-2021` into the sidecar.");

    public static readonly DiagnosticRule PublishDateOdd = new("DA4006", Severity.Warning,
        "报告日期 {0} 与年度 {1} 不相称（年度报告应在次年公布）。", "The report's date {0} does not fit its year {1} (it is due in the following year).",
        "请核对日期与年度。", "Check date and year.");

    public static readonly DiagnosticRule TitleUnclear = new("DA4007", Severity.Warning,
        "正文之前列有多个报告的标题，采用离正文最近的“{0}”。", "Titles of several reports stand above the text; the nearest, “{0}”, was taken.",
        "请核对机关与年度；如不对，请在说明文件中写明 agency 与 year。", "Check agency and year; if they are wrong, name them in the sidecar.");

    public static readonly DiagnosticRule CheckFailed = new("DA5001", Severity.Warning,
        "勾稽关系不成立：{0}。{1}", "A relation does not hold: {0}. {1}",
        "请核对原件中的数字；如果录入有误，请更正后重新提交。", "Check the figures against the original and submit a corrected file if they were mistyped.");

    public static readonly DiagnosticRule SidecarInvalid = new("DA6001", Severity.Error,
        "说明文件 {0} 无法读取：{1}", "The sidecar {0} can't be read: {1}",
        "请对照 input/README.md 中的示例修改。", "Mend it after the examples in input/README.md.");

    public static readonly DiagnosticRule SidecarUnknownField = new("DA6002", Severity.Warning,
        "说明文件 {0} 中的“{1}”不是可用的项目，已忽略。", "“{1}” in the sidecar {0} is not a known field and was ignored.",
        "可用的项目见 input/README.md。", "See input/README.md for the fields.");

    public static readonly DiagnosticRule SidecarOrphan = new("DA6003", Severity.Warning,
        "说明文件 {0} 旁边没有对应的报告文件。", "The sidecar {0} has no report beside it.",
        "请检查文件名：说明文件应是报告全名加“.yml”。", "Check its name: a sidecar is called after the report's full name plus “.yml”.");

    public static readonly DiagnosticRule CorrectionMismatch = new("DA6004", Severity.Error,
        "更正未生效：“{0}”的原文现为“{1}”，而更正预期的是“{2}”。", "A correction was not applied: “{0}” now reads “{1}”, but the correction expects “{2}”.",
        "请核对原文并修改说明文件中的 expect 与 value。", "Compare with the source and mend `expect` and `value` in the sidecar.");

    public static readonly DiagnosticRule CorrectionUnknownCell = new("DA6005", Severity.Error,
        "更正未生效：没有名为“{0}”的单元格。", "A correction was not applied: there is no cell “{0}”.",
        "单元格名称形如 requests.received.total，见 docs/data.md。", "A cell's name looks like requests.received.total; see docs/data.md.");

    public static readonly DiagnosticRule CorrectionApplied = new("DA6006", Severity.Info,
        "“{0}”已按说明文件更正：{1} → {2}（{3}）。", "“{0}” was corrected by the sidecar: {1} → {2} ({3}).",
        "无需处理；页面上同时显示原文。", "Nothing to do; the page shows the original too.");

    public static readonly DiagnosticRule FiguresTranscribed = new("DA6007", Severity.Info,
        "原件中的数字没有经过机器读取；{0} 格由{1}照原件抄录在 {2} 中，表中其余 {3} 格没有抄录。", "The figures of the original were not read by a machine; {0} cells were transcribed from it by {1} in {2}, {3} cells of these tables were not.",
        "引用前请与原件核对。", "Compare them with the original before quoting them.");

    public static readonly DiagnosticRule TranscriptionRefused = new("DA6008", Severity.Error,
        "{0} 中抄录的数字没有采用：报告的法定表格已经从文件中读出。", "The figures transcribed in {0} were not taken: the statutory tables were read from the file itself.",
        "请删去 transcribed_by 与 figures；个别数字读错或印错，请写在 corrections 中。", "Remove transcribed_by and figures; put single figures that are wrong into corrections.");

    public static readonly DiagnosticRule TranscriptionIncomplete = new("DA6009", Severity.Error,
        "{0} 中抄录的数字没有采用：{1}。", "The figures transcribed in {0} were not taken: {1}.",
        "请同时写明 transcribed_by（抄录的人或单位）与 figures（抄录的数字）。", "Give both transcribed_by (who transcribed them) and figures.");

    public static readonly DiagnosticRule TranscribedNameUnknown = new("DA6010", Severity.Error,
        "{0} 中抄录的“{1}”没有采用：{2}。", "“{1}” transcribed in {0} was not taken: {2}.",
        "单元格名称形如 requests.received.total，整行形如 requests.received: [12, 0, 0, 0, 0, 0, 12]；全部名称见 docs/data.md。", "A cell's name looks like requests.received.total, a row's like requests.received: [12, 0, 0, 0, 0, 0, 12]; all names are in docs/data.md.");

    public static readonly DiagnosticRule TranscribedFigureUnreadable = new("DA6011", Severity.Error,
        "{0} 中抄录的“{1}”写着“{2}”，不是一个可以辨认的数字。", "“{1}” transcribed in {0} says “{2}”, which is not a figure that can be read.",
        "请照原件抄写一个数字；原件空白写 \"\"，斜线写 \"/\"，看不清的不写。", "Copy one number as the original prints it; write \"\" for a blank cell, \"/\" for a slash, and leave out what can't be made out.");

    public static readonly DiagnosticRule SidecarOverruled = new("DA6012", Severity.Warning,
        "说明文件 {0} 中的“{1}”没有采用：{2}。", "“{1}” in the sidecar {0} was not taken: {2}.",
        "请核对，删去不对的一处。", "Check which is right and remove the other.");

    public static readonly DiagnosticRule WithdrawalIncomplete = new("DA6013", Severity.Error,
        "{0} 中的撤回没有生效，报告照常公布：没有写明 {1}。", "The withdrawal in {0} has no effect, the report is published as before: {1} is missing.",
        "请同时写明 withdrawn（撤回的日期，如 2024-03-01）与 reason（撤回的原因）。", "Give both withdrawn (the date, such as 2024-03-01) and reason.");

    public static readonly DiagnosticRule WithdrawnUnplaced = new("DA6014", Severity.Error,
        "{0} 说明报告已撤回，但报告文件不在，又没有写明 agency 与 year，无法为它保留网页。", "{0} says that its report was withdrawn; the file is gone, and without agency and year its page can't be kept.",
        "请在说明文件中写明 agency（机关）与 year（年度）。", "Name agency and year in the sidecar.");

    public static readonly DiagnosticRule ReportWithdrawn = new("DA6015", Severity.Info,
        "报告已于 {0} 撤回（{1}）：网页与 JSON 保留，只说明撤回；数字不再公布。", "The report was withdrawn on {0} ({1}): its page and JSON stay and say so; its figures are published no more.",
        "无需处理；要恢复，请删去说明文件中的 withdrawn 与 reason。", "Nothing to do; to restore it, remove withdrawn and reason from the sidecar.");

    public static readonly DiagnosticRule RevisionKept = new("DA7001", Severity.Info,
        "同一机关同一年度有多份报告；以 {0} 为现行版本，本文件列为较早版本。", "There are several reports for this agency and year; {0} is the current one, this file an earlier revision.",
        "无需处理；如判断有误，请在说明文件中写 current: true。", "Nothing to do; if this is wrong, write current: true into the sidecar.");

    public static readonly DiagnosticRule RevisionUnclear = new("DA7002", Severity.Warning,
        "同一机关同一年度有多份报告，且无法从公布日期判断先后；暂以 {0} 为现行版本。", "There are several reports for this agency and year, and their dates do not tell which is newer; {0} is taken as the current one.",
        "请在现行版本的说明文件中写 current: true。", "Write current: true into the sidecar of the current one.");

    public static readonly DiagnosticRule YearGap = new("DA7003", Severity.Info,
        "缺少 {0} 年的报告。", "The report for {0} is missing.",
        "如能找到该年度报告，欢迎提交。", "If you can find it, please submit it.");

    public static readonly DiagnosticRule RegisterInvalid = new("DA7004", Severity.Error,
        "机关名录 {0} 有误：{1}", "The agency register {0} is wrong: {1}",
        "请按表头 id,name,region,kind,aliases,predecessor,successor,former_ids,former_pages 修改。", "Mend it after its header id,name,region,kind,aliases,predecessor,successor,former_ids,former_pages.");

    public static readonly DiagnosticRule SettingsInvalid = new("DA7005", Severity.Error,
        "archive.yml 有误：{0}", "archive.yml is wrong: {0}",
        "请对照 input/README.md 修改。", "Mend it after input/README.md.");

    public static readonly DiagnosticRule LinkSkipped = new("DA7006", Severity.Warning,
        "{0} 是指向文件夹或输入文件夹以外的链接，未读取。", "{0} links to a folder or out of the input folder and was not read.",
        "请把文件本身放进输入文件夹。", "Put the file itself into the input folder.");

    public static readonly DiagnosticRule FiguresDisagree = new("DA7007", Severity.Error,
        "同一份报告的两份文件不一致：“{0}”在 {1} 中为 {2}，在 {3} 中为 {4}（{5}）；采用前者。", "Two files of one report disagree: “{0}” is {2} in {1}, but {4} in {3} ({5}); the former was taken.",
        "请与公布的报告核对，换掉不对的文件，或在它的说明文件中写 corrections；如果是两个版本，请在旧版的说明文件中写 current: false。", "Compare both with the report as published; replace the wrong file, or put corrections into its sidecar. If they are two revisions, write current: false into the sidecar of the older one.");

    public static readonly DiagnosticRule FiguresInOtherOnly = new("DA7008", Severity.Warning,
        "有 {1} 格从 {0} 中没有读出，而同一份报告的 {2} 中有（首先是“{3}”：{4}）；没有采用。", "{1} cells could not be read from {0} but from {2}, a file of the same report (first “{3}”: {4}); they were not taken.",
        "请核对；如应以后者为准，请在它的说明文件中写 current: true。", "Check them; if the latter should be the main file, write current: true into its sidecar.");

    public static readonly DiagnosticRule SourcesCompared = new("DA7009", Severity.Info,
        "{0} 与 {1} 是同一份报告，数字取自后者：{2}。", "{0} and {1} are the same report, figures were taken from the latter: {2}.",
        "无需处理。", "Nothing to do.");

    public static readonly DiagnosticRule FileUnopened = new("DA7010", Severity.Error,
        "{0} 打不开（{1}），没有读取，也没有存档。", "{0} can't be opened ({1}); it was neither read nor published.",
        "请检查文件是否存在、有无读取权限、文件名是否为 UTF-8。", "Check that it exists, may be read and has a name in UTF-8.");

    public static readonly DiagnosticRule FormerAddressRefused = new("DA7011", Severity.Error,
        "机关名录 {0} 中的旧地址“{1}”没有采用：{2}。", "The former address “{1}” in the agency register {0} was not taken: {2}.",
        "一个旧地址只能指向一处，而且现在没有别的报告在用；请改正 former_ids 或 former_pages。", "A former address leads to one place, and nothing else stands there now; mend former_ids or former_pages.");

    public static readonly DiagnosticRule HistoryAbsent = new("DA7012", Severity.Warning,
        "archive.yml 写了 history: true，但取不到档案自身的历史：{0}。网站不写入档日期和变更记录。", "archive.yml says history: true, but the archive's own history is not at hand ({0}); the site has neither dates of entry nor a change log.",
        "请在有全部历史的 git 仓库里生成，或删去 archive.yml 中的 history。", "Build in a git repository with its whole history, or remove history from archive.yml.");

    /// <summary>All rules by code.</summary>
    public static readonly ImmutableSortedDictionary<string, DiagnosticRule> All = typeof(DiagnosticRules)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(DiagnosticRule))
        .Select(field => (DiagnosticRule)field.GetValue(null)!)
        .ToImmutableSortedDictionary(rule => rule.Code, rule => rule, StringComparer.Ordinal);
}
