namespace DisclosureArchive.Generator.Pages;

/// <summary>What the official form prints above its labels; its definition has the labels alone, which are what a report is recognised by.</summary>
public static class FormHeadings
{
    /// <summary>Over the rows of an article (二).</summary>
    public const string Content = "信息内容";

    /// <summary>Over the kinds of applicant (三).</summary>
    public const string Applicants = "申请人情况";

    /// <summary>Over the rows of the sheet of 2008.</summary>
    public const string Indicator = "统计指标";

    /// <summary>Over the units of the sheet of 2008.</summary>
    public const string Unit = "单位";

    /// <summary>In the corner of a table whose columns must balance (三).</summary>
    public static string Balance(string relation) => $"（本列数据的勾稽关系：{relation}）";
}
