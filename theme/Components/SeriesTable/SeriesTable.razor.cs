using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme.Components;

/// <summary>Figures of an agency by year.</summary>
public partial class SeriesTable : Showing<Series>
{
    private MarkupString Cells(SeriesRow row)
    {
        var markup = new Markup();
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var cell = row.Cells[i];
            markup.Open("td").With("class", Class(cell, Model.Columns[i])).With("title", cell.Meaning);
            if (cell.Href is null)
                markup.Text(cell.Text).Close("td");
            else
                markup.Open("a").With("href", cell.Href).Text(cell.Text).Close("a").Close("td");
        }

        return markup.Whole();
    }

    private static string? Class(SeriesCell cell, SeriesColumn column) =>
        !column.EditionChanged ? cell.Class : cell.Class is null ? "edition-changed" : $"{cell.Class} edition-changed";
}
