using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Pages;

/// <summary>What the official form prints above its labels; its definition has the labels alone, which are what a report is recognised by.</summary>
public static class FormHeadings
{
    /// <summary>Over the rows of an article (二).</summary>
    public static string Content => Words.Chinese["heading.content"];

    /// <summary>Over the kinds of applicant (三).</summary>
    public static string Applicants => Words.Chinese["heading.applicants"];

    /// <summary>Over the rows of the sheet of 2008.</summary>
    public static string Indicator => Words.Chinese["heading.indicator"];

    /// <summary>Over the units of the sheet of 2008.</summary>
    public static string Unit => Words.Chinese["heading.unit"];

    /// <summary>In the corner of a table whose columns must balance (三).</summary>
    public static string Balance(string relation) => Words.Chinese["heading.balance", relation];
}
