using System.Globalization;
using System.Text;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Tests;

/// <summary>All that a report says, as text: two readings of the same file must give the same.</summary>
internal static class ReportText
{
    public static string Write(AnnualReport report)
    {
        var text = new StringBuilder();
        Line(report.Source);
        Line($"{report.AgencyName} {report.Agency?.Id} {report.Year} {report.Published} {report.Title} {report.Edition}");
        foreach (var figure in report.Figures)
            Line(figure);
        foreach (var table in report.OwnTables)
        {
            Line($"{table.Id} {table.Title} {table.Source.Location}");
            foreach (var figure in table.Figures)
                Line(figure);
        }

        foreach (var section in report.Sections)
        {
            Line($"{section.Kind} {section.Heading} {section.Location}");
            foreach (var block in section.Blocks)
                Line(block is Table table ? $"{table.Location} {table.Rows.Length}" : block);
        }

        foreach (var finding in report.Findings)
            Line($"{finding.Relation} {finding.Status} {finding.Left} {finding.Right} {string.Join(' ', finding.LeftCells)} {string.Join(' ', finding.RightCells)} {finding.Label} {finding.Detail} {finding.Quote}");
        foreach (var diagnostic in report.Diagnostics)
            Line($"{diagnostic.Code} {diagnostic.Location} {diagnostic.Chinese}");
        return text.ToString();

        void Line(object value) => text.Append(CultureInfo.InvariantCulture, $"{value}\n");
    }
}
