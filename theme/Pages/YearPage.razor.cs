using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme.Pages;

/// <summary>All reports of a year.</summary>
public partial class YearPage : Showing<YearOverview>
{
    private static RenderFragment Figure(string? value) => builder =>
    {
        builder.OpenElement(0, "td");
        builder.AddAttribute(1, "class", value is null ? "number missing" : "number");
        builder.AddAttribute(2, "title", value is null ? "报告没有给出可以辨认的数字" : null);
        builder.AddContent(3, value ?? "无数字");
        builder.CloseElement();
    };

    private static RenderFragment Sum(DerivedSum sum) => builder =>
    {
        builder.OpenElement(0, "td");
        builder.AddAttribute(1, "class", "number");
        builder.AddContent(2, sum.Value ?? "无数字");
        if (sum.Value is not null)
        {
            builder.OpenElement(3, "small");
            builder.AddContent(4, $"{sum.Agencies} 个机关");
            builder.CloseElement();
        }

        builder.CloseElement();
    };
}
