namespace DisclosureArchive.Generator.Commands;

/// <summary>How the program is called, in its own words: the command line library knows only English.</summary>
internal static class UsageText
{
    public const string All = """
        把政府信息公开工作年度报告做成公开档案网站。 Turns annual disclosure reports into a public archive.

        用法 Usage
          dotnet run --project site/Generator -- [命令 command] [选项 options]
          不写命令就是 build。 Without a command it builds.

        命令 Commands
          build             生成网站 Build the site
            -i, --input     报告所在的文件夹，不写就是 input  Folder of the reports
            -o, --output    网站写入的文件夹，不写就是 output  Folder that the site is written to
                --no-cache  不用上次读取的结果，全部重读  Read everything anew
          check 文件或文件夹…  检查报告：认出了什么，哪里有错，怎么改 Check reports
          inspect 文件       逐步查看一份报告是怎样读出来的 Show every stage for one file
            --summary 文件夹  每份报告一行：读出多少，有何诊断  A line a report: what was read, diagnostics
                --json      以 JSON 输出  Write JSON

          -h, --help        显示这段说明 Show this text
              --version     显示版本 Show the version

        返回值 Exit codes
          0 完成 done；1 失败，或 check 发现错误 failed, or check found errors；2 命令行有误 wrong usage

        例 Examples
          dotnet run --project site/Generator
          dotnet run --project site/Generator -- check input/2024年报告.docx
        """;
}
