using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>
/// The compact form of a report, a few kilobytes: its figures by their place in the form, locations as steps from one to the
/// next. It is read only by the very program that wrote it (<see cref="ReportPack"/> sees to that), so it has no versions of its own.
/// </summary>
internal sealed class ReportCodec(FindingForms forms, AgencyRegister register)
{
    // The flags of a figure, beside its state in the low bits.
    private const int StateBits = 0x07;
    private const int HasValue = 0x08;
    private const int RawIsEmpty = 0x10;
    private const int RawIsValue = 0x20;
    private const int HasCorrection = 0x40;
    private const int NextCell = 0x80;

    private static readonly ConcurrentDictionary<FormTable, ImmutableArray<CellName>> CellsOf = new(ReferenceEqualityComparer.Instance);

    public void Write(AnnualReport report, BlobWriter blob)
    {
        var place = new SourceLocation();
        blob.Text(report.Source.Path);
        blob.Text(report.Source.Sha256);
        blob.Number(report.Source.Size);
        blob.Byte((int)report.Source.Format);
        blob.Text(report.Source.Encoding);
        blob.Flag(report.Source.BeginsLikeMarkup);
        blob.Text(report.Source.Reader?.Reader);
        blob.Text(report.Source.Reader?.Program);
        blob.Text(report.Source.Reader?.ProgramVersion);
        WriteFact(blob, report.AgencyName, blob.Text);
        blob.Text(report.Agency?.Id);
        WriteFact(blob, report.Year, year => blob.Number(year));
        WriteFact(blob, report.Published, date => blob.Number(date.DayNumber));
        blob.Text(report.Title);
        blob.Text(report.Edition?.Id);
        blob.Byte((int?)report.EditionFrom + 1 ?? 0);
        blob.Text(report.TranscribedBy);
        blob.Text(report.Url);
        blob.Number(report.Accessed?.DayNumber ?? -1);
        blob.Byte(report.DeclaredCurrent switch { null => 0, false => 1, true => 2 });
        blob.Number(report.Withdrawal?.Date.DayNumber ?? -1);
        blob.Text(report.Withdrawal?.Reason);
        blob.Number(report.Corrections.Length);
        foreach (var judged in report.Corrections)
        {
            WriteCorrection(blob, judged.Correction);
            blob.Byte((int)judged.Status);
            blob.Text(judged.Found);
        }

        blob.Number(report.Tables.Length);
        foreach (var table in report.Tables)
        {
            blob.Text(table.Form.Edition);
            blob.Text(table.Form.Id);
            var inOrder = IsInOrder(table);
            blob.Flag(inOrder);
            WriteFigures(blob, table.Figures, ref place, withNames: !inOrder);
        }

        // A report's own tables stand among its prose as well: there, by their number.
        blob.Number(report.OwnTables.Length);
        foreach (var table in report.OwnTables)
        {
            blob.Text(table.Id);
            blob.Text(table.Title);
            WriteFigures(blob, table.Figures, ref place, withNames: true);
            WriteTable(blob, table.Source, ref place);
        }

        var own = new Dictionary<Table, int>(ReferenceEqualityComparer.Instance);
        foreach (var table in report.OwnTables)
            own.Add(table.Source, own.Count);
        blob.Number(report.Sections.Length);
        foreach (var section in report.Sections)
        {
            blob.Byte((int)section.Kind);
            blob.Text(section.Heading);
            WriteLocation(blob, section.Location, ref place);
            blob.Number(section.Blocks.Length);
            foreach (var block in section.Blocks)
                WriteBlock(blob, block, own, ref place);
        }

        blob.Number(report.Findings.Length);
        foreach (var finding in report.Findings)
        {
            blob.Number(forms.NumberOf(finding));
            blob.Byte((int)finding.Status);
            WriteOptional(blob, finding.Left);
            WriteOptional(blob, finding.Right);
            blob.Text(finding.Detail);
            blob.Text(finding.Quote);
        }

        blob.Number(report.Diagnostics.Length);
        foreach (var diagnostic in report.Diagnostics)
        {
            blob.Text(diagnostic.Code);
            WriteLocation(blob, diagnostic.Location, ref place);
            blob.Number(diagnostic.Arguments.Length);
            foreach (var argument in diagnostic.Arguments)
                blob.Text(argument);
        }
    }

    public AnnualReport Read(BlobReader blob)
    {
        var place = new SourceLocation();
        var source = new SourceInfo(blob.Required(), blob.Required(), blob.Number(), (DocumentFormat)blob.Byte(), blob.Text(), blob.Flag())
        {
            Reader = ReadReader(blob),
        };
        var agencyName = ReadFact(blob, blob.Required);
        var agency = blob.Text() is { } id ? register.Find(id) ?? throw new InvalidDataException($"There is no agency {id}.") : null;
        var year = ReadFact(blob, blob.Int);
        var published = ReadFact(blob, () => DateOnly.FromDayNumber(blob.Int()));
        var title = blob.Required();
        var edition = blob.Text() is { } editionId ? Editions.Get(editionId) : null;
        var editionFrom = blob.Byte();
        var transcribedBy = blob.Text();
        var url = blob.Text();
        var accessed = blob.Int();
        bool? declaredCurrent = blob.Byte() switch { 0 => null, 1 => false, _ => true };
        var (withdrawn, reason) = (blob.Int(), blob.Text());
        var corrections = Many(blob, () => new JudgedCorrection(ReadCorrection(blob), (CorrectionStatus)blob.Byte(), blob.Text()));

        var tables = Many(blob, () =>
        {
            var tableEdition = Editions.Get(blob.Required());
            var form = tableEdition.Table(blob.Required()) ?? throw new InvalidDataException("There is no such table.");
            return new ReportTable(form, ReadFigures(blob, blob.Flag() ? Cells(form) : default, ref place));
        });
        var ownTables = Many(blob, () => new OwnTable(
            blob.Required(), blob.Required(), ReadFigures(blob, default, ref place), ReadTable(blob, ref place)));
        var sections = Many(blob, () =>
        {
            var kind = (SectionKind)blob.Byte();
            var heading = blob.Required();
            var location = ReadLocation(blob, ref place);
            return new Section(kind, heading, Many(blob, () => ReadBlock(blob, ownTables, ref place)), location);
        });
        var findings = Many(blob, () =>
        {
            var form = forms[blob.Int()];
            return new Finding(
                form.Relation, (FindingStatus)blob.Byte(), ReadOptional(blob), ReadOptional(blob),
                form.LeftCells, form.RightCells, form.Label, blob.Required(), blob.Required());
        });
        var diagnostics = Many(blob, () => new Diagnostic(
            DiagnosticRules.All[blob.Required()], ReadLocation(blob, ref place), Many(blob, blob.Required)));

        return new AnnualReport
        {
            Source = source,
            AgencyName = agencyName,
            Agency = agency,
            Year = year,
            Published = published,
            Title = title,
            Edition = edition,
            EditionFrom = editionFrom == 0 ? null : (EditionSource)(editionFrom - 1),
            TranscribedBy = transcribedBy,
            Tables = tables,
            OwnTables = ownTables,
            Sections = sections,
            Findings = findings,
            Diagnostics = diagnostics,
            Url = url,
            Accessed = accessed < 0 ? null : DateOnly.FromDayNumber(accessed),
            DeclaredCurrent = declaredCurrent,
            Corrections = corrections,
            Withdrawal = reason is null ? null : new Withdrawal(DateOnly.FromDayNumber(withdrawn), reason),
        };
    }

    private static ReadBy? ReadReader(BlobReader blob)
    {
        var (reader, program, version) = (blob.Text(), blob.Text(), blob.Text());
        return reader is null ? null : new ReadBy(reader, program, version);
    }

    private static void WriteCorrection(BlobWriter blob, Correction correction)
    {
        blob.Text(correction.Cell);
        blob.Text(correction.Expect);
        blob.Decimal(correction.Value);
        blob.Text(correction.Reason);
    }

    private static Correction ReadCorrection(BlobReader blob) => new(blob.Required(), blob.Required(), blob.Decimal(), blob.Required());

    private static ImmutableArray<CellName> Cells(FormTable form) => CellsOf.GetOrAdd(form, table => [.. table.Cells]);

    private static bool IsInOrder(ReportTable table)
    {
        var cells = Cells(table.Form);
        if (cells.Length != table.Figures.Length)
            return false;
        for (var i = 0; i < cells.Length; i++)
            if (table.Figures[i].Name != cells[i])
                return false;
        return true;
    }

    private static void WriteFigures(BlobWriter blob, ImmutableArray<Figure> figures, ref SourceLocation place, bool withNames)
    {
        blob.Number(figures.Length);
        foreach (var figure in figures)
        {
            if (withNames)
            {
                blob.Text(figure.Name.Table);
                blob.Text(figure.Name.Row);
                blob.Text(figure.Name.Column);
            }

            var next = figure.Location == place with { Cell = place.Cell + 1 };
            var rawIsValue = figure.Value is { } number && IsTextOf(figure.Raw, number);
            blob.Byte((int)figure.State
                | (figure.Value is null ? 0 : HasValue)
                | (figure.Raw.Length == 0 ? RawIsEmpty : 0)
                | (rawIsValue ? RawIsValue : 0)
                | (figure.Correction is null ? 0 : HasCorrection)
                | (next ? NextCell : 0));
            if (figure.Value is { } value)
                blob.Decimal(value);
            if (figure.Raw.Length > 0 && !rawIsValue)
                blob.Text(figure.Raw);
            if (figure.Correction is { } correction)
                WriteCorrection(blob, correction);

            if (next)
                place = figure.Location;
            else
                WriteLocation(blob, figure.Location, ref place);
        }
    }

    private static ImmutableArray<Figure> ReadFigures(BlobReader blob, ImmutableArray<CellName> names, ref SourceLocation place)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>(blob.Int());
        while (figures.Count < figures.Capacity)
        {
            var name = names.IsDefault ? new CellName(blob.Required(), blob.Required(), blob.Required()) : names[figures.Count];
            var flags = blob.Byte();
            decimal? value = (flags & HasValue) != 0 ? blob.Decimal() : null;
            var raw = (flags & RawIsEmpty) != 0 ? "" : (flags & RawIsValue) != 0 ? BlobReader.TextOf(value!.Value) : blob.Required();
            var correction = (flags & HasCorrection) != 0 ? ReadCorrection(blob) : null;
            if ((flags & NextCell) != 0)
                place = place with { Cell = place.Cell + 1 };
            else
                ReadLocation(blob, ref place);
            figures.Add(new Figure(name, (FigureState)(flags & StateBits), value, raw, place, correction));
        }

        return figures.MoveToImmutable();
    }

    private static bool IsTextOf(string raw, decimal number)
    {
        Span<char> text = stackalloc char[32];
        return number.TryFormat(text, out var length, default, CultureInfo.InvariantCulture) && raw.AsSpan().SequenceEqual(text[..length]);
    }

    private static void WriteBlock(BlobWriter blob, Block block, Dictionary<Table, int> ownTables, ref SourceLocation place)
    {
        switch (block)
        {
            case Heading heading:
                blob.Byte(0);
                blob.Text(heading.Text);
                blob.Byte(heading.Level);
                WriteLocation(blob, heading.Location, ref place);
                break;
            case Paragraph paragraph:
                blob.Byte(1);
                blob.Text(paragraph.Text);
                WriteLocation(blob, paragraph.Location, ref place);
                break;
            case Table table:
                var isOwn = ownTables.TryGetValue(table, out var own);
                blob.Byte(isOwn ? 3 : 2);
                if (isOwn)
                    blob.Number(own);
                else
                    WriteTable(blob, table, ref place);
                break;
            default:
                throw new InvalidOperationException($"There is no way to store a {block.GetType().Name}.");
        }
    }

    private static Block ReadBlock(BlobReader blob, ImmutableArray<OwnTable> ownTables, ref SourceLocation place) => blob.Byte() switch
    {
        0 => new Heading(blob.Required(), blob.Byte(), ReadLocation(blob, ref place)),
        1 => new Paragraph(blob.Required(), ReadLocation(blob, ref place)),
        2 => ReadTable(blob, ref place),
        _ => ownTables[blob.Int()].Source,
    };

    private static void WriteTable(BlobWriter blob, Table table, ref SourceLocation place)
    {
        blob.Byte((int)table.Shape);
        WriteLocation(blob, table.Location, ref place);
        blob.Number(table.Rows.Length);
        foreach (var row in table.Rows)
        {
            WriteLocation(blob, row.Location, ref place);
            blob.Number(row.Cells.Length);
            foreach (var cell in row.Cells)
            {
                blob.Text(cell.Text);
                WriteLocation(blob, cell.Location, ref place);
                blob.Number(cell.ColumnSpan);
                blob.Number(cell.RowSpan);
            }
        }
    }

    private static Table ReadTable(BlobReader blob, ref SourceLocation place)
    {
        var shape = (TableShape)blob.Byte();
        var location = ReadLocation(blob, ref place);
        var rows = ImmutableArray.CreateBuilder<TableRow>(blob.Int());
        while (rows.Count < rows.Capacity)
        {
            var rowLocation = ReadLocation(blob, ref place);
            var cells = ImmutableArray.CreateBuilder<Cell>(blob.Int());
            while (cells.Count < cells.Capacity)
                cells.Add(new Cell(blob.Required(), ReadLocation(blob, ref place), blob.Int(), blob.Int()));
            rows.Add(new TableRow(cells.MoveToImmutable(), rowLocation));
        }

        return new Table(rows.MoveToImmutable(), shape, location);
    }

    /// <summary>Writes the steps from the place before: most things stand close to it.</summary>
    private static void WriteLocation(BlobWriter blob, SourceLocation location, ref SourceLocation place)
    {
        var moved = (location.Line != place.Line ? 1 : 0) | (location.Paragraph != place.Paragraph ? 2 : 0)
            | (location.Table != place.Table ? 4 : 0) | (location.Row != place.Row ? 8 : 0) | (location.Cell != place.Cell ? 16 : 0)
            | (location.Page != place.Page ? 32 : 0) | (location.IsInSidecar ? 64 : 0);
        blob.Byte(moved);
        if ((moved & 1) != 0)
            blob.Number((long)location.Line - place.Line);
        if ((moved & 2) != 0)
            blob.Number((long)location.Paragraph - place.Paragraph);
        if ((moved & 4) != 0)
            blob.Number((long)location.Table - place.Table);
        if ((moved & 8) != 0)
            blob.Number((long)location.Row - place.Row);
        if ((moved & 16) != 0)
            blob.Number((long)location.Cell - place.Cell);
        if ((moved & 32) != 0)
            blob.Number((long)location.Page - place.Page);
        place = location;
    }

    private static SourceLocation ReadLocation(BlobReader blob, ref SourceLocation place)
    {
        var moved = blob.Byte();
        place = new SourceLocation(
            (moved & 1) != 0 ? place.Line + blob.Int() : place.Line,
            (moved & 2) != 0 ? place.Paragraph + blob.Int() : place.Paragraph,
            (moved & 4) != 0 ? place.Table + blob.Int() : place.Table,
            (moved & 8) != 0 ? place.Row + blob.Int() : place.Row,
            (moved & 16) != 0 ? place.Cell + blob.Int() : place.Cell,
            (moved & 32) != 0 ? place.Page + blob.Int() : place.Page,
            (moved & 64) != 0);
        return place;
    }

    private static void WriteFact<T>(BlobWriter blob, Fact<T>? fact, Action<T> write)
    {
        blob.Byte(fact is null ? 0 : (int)fact.Source + 1);
        if (fact is not null)
            write(fact.Value);
    }

    private static Fact<T>? ReadFact<T>(BlobReader blob, Func<T> read)
    {
        var source = blob.Byte();
        return source == 0 ? null : new Fact<T>(read(), (FactSource)(source - 1));
    }

    private static void WriteOptional(BlobWriter blob, decimal? value)
    {
        blob.Flag(value is not null);
        if (value is { } number)
            blob.Decimal(number);
    }

    private static decimal? ReadOptional(BlobReader blob) => blob.Flag() ? blob.Decimal() : null;

    private static ImmutableArray<T> Many<T>(BlobReader blob, Func<T> read)
    {
        var many = ImmutableArray.CreateBuilder<T>(blob.Int());
        while (many.Count < many.Capacity)
            many.Add(read());
        return many.MoveToImmutable();
    }
}
