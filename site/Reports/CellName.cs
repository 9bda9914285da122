namespace DisclosureArchive.Reports;

/// <summary>
/// The name of a cell, <c>table.row.column</c>, such as <c>requests.refused.state_secret.natural_person</c>: the contract of the
/// published data (<c>docs/data.md</c>). A row id may hold dots itself; a table id and a column id never do,
/// but for a report's own tables (<c>own.1</c>), whose row and column are paths of labels.
/// </summary>
public readonly record struct CellName(string Table, string Row, string Column)
{
    public override string ToString() => $"{Table}.{Row}.{Column}";
}
