using System.Collections.Concurrent;
using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>What findings have in common from report to report: a relation, its wording and its cells.</summary>
internal sealed record FindingForm(string Relation, string Label, ImmutableArray<CellName> LeftCells, ImmutableArray<CellName> RightCells)
{
    public bool Equals(FindingForm? other) =>
        other is not null && Relation == other.Relation && Label == other.Label
        && LeftCells.AsSpan().SequenceEqual(other.LeftCells.AsSpan()) && RightCells.AsSpan().SequenceEqual(other.RightCells.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Relation, Label, LeftCells.Length, RightCells.Length);
}

/// <summary>The forms of findings, numbered, so that a stored report names them by number. Grows only; thread-safe.</summary>
internal sealed class FindingForms
{
    private readonly ConcurrentDictionary<FindingForm, int> _numbers = new();
    private readonly Lock _growing = new();
    private volatile FindingForm[] _forms = [];

    public int Count => _forms.Length;

    public FindingForm this[int number] => _forms[number];

    public int NumberOf(Finding finding)
    {
        var form = new FindingForm(finding.Relation, finding.Label, finding.LeftCells, finding.RightCells);
        return _numbers.TryGetValue(form, out var number) ? number : Add(form);
    }

    public void Write(BlobWriter blob)
    {
        var forms = _forms;
        blob.Number(forms.Length);
        foreach (var form in forms)
        {
            blob.Text(form.Relation);
            blob.Text(form.Label);
            WriteCells(blob, form.LeftCells);
            WriteCells(blob, form.RightCells);
        }
    }

    public void Read(BlobReader blob)
    {
        for (var count = blob.Int(); count > 0; count--)
            Add(new FindingForm(blob.Required(), blob.Required(), ReadCells(blob), ReadCells(blob)));
    }

    private static void WriteCells(BlobWriter blob, ImmutableArray<CellName> cells)
    {
        blob.Number(cells.Length);
        foreach (var cell in cells)
        {
            blob.Text(cell.Table);
            blob.Text(cell.Row);
            blob.Text(cell.Column);
        }
    }

    private static ImmutableArray<CellName> ReadCells(BlobReader blob)
    {
        var cells = ImmutableArray.CreateBuilder<CellName>(blob.Int());
        while (cells.Count < cells.Capacity)
            cells.Add(new CellName(string.Intern(blob.Required()), string.Intern(blob.Required()), string.Intern(blob.Required())));
        return cells.MoveToImmutable();
    }

    private int Add(FindingForm form)
    {
        lock (_growing)
        {
            if (_numbers.TryGetValue(form, out var number))
                return number;
            number = _forms.Length;
            _forms = [.. _forms, form];
            _numbers[form] = number;
            return number;
        }
    }
}
