using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme.Pages;

/// <summary>All reports of a year.</summary>
public partial class YearPage : Showing<YearOverview>
{
    /// <summary>By how many relations failed; reports of which none could be assessed stand last.</summary>
    private static string Sorting(CheckCounts checks) => checks.Passed + checks.Failed > 0 ? $"{checks.Failed}" : "";

    private RenderFragment Figure(string? value) => builder =>
    {
        builder.OpenElement(0, "td");
        builder.AddAttribute(1, "class", value is null ? "number missing" : "number");
        builder.AddAttribute(2, "title", value is null ? Words["year.no_figure.meaning"] : null);
        builder.AddContent(3, value ?? Words["years.no_figure"]);
        builder.CloseElement();
    };

    private RenderFragment Sum(DerivedSum sum) => builder =>
    {
        builder.OpenElement(0, "td");
        builder.AddAttribute(1, "class", "number");
        builder.AddContent(2, sum.Value ?? Words["years.no_figure"]);
        if (sum.Value is not null)
        {
            builder.OpenElement(3, "small");
            builder.AddContent(4, Words.Count("years.agencies", sum.Agencies));
            builder.CloseElement();
        }

        builder.CloseElement();
    };
}
