using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>
/// A table without ruled lines: figures that stand under one another. Its rows are the lines that have figures; a label may take several lines beside them.
/// What merged cells and blanks there were is not to be seen, so it is a ragged table: a row that lacks a figure can't be told where.
/// </summary>
internal sealed class AlignedTable
{
    private const double ColumnGap = 0.8;
    private const double LabelGap = 1.7;
    private const double Filled = 1.5;
    private const string Doubt = "\uFFFD";
    private const double Wrapped = 1.5;
    private const double LongestName = 5;
    private const double OffLine = 0.3;
    private const int FewestFigures = 6;

    private static readonly string[] Units = ["条", "件", "次", "篇", "个", "人", "人次", "万元"];

    private sealed record Piece(PdfLine Line)
    {
        public bool IsFigure { get; } = FigureText.LooksLikeFigure(Line.Text);

        public bool IsUnit => Units.Contains(Line.Text);
    }

    private sealed record Row(double Baseline, List<Piece> Pieces)
    {
        public bool HasFigures => Pieces.Exists(piece => piece.IsFigure);

        /// <summary>A row whose figure is blank has its unit still.</summary>
        public bool IsBlank => !HasFigures && Pieces.Count > 1 && Pieces.Exists(piece => piece.IsUnit);
    }

    /// <summary>A label: its lines in one column of labels.</summary>
    private sealed record Label(List<PdfLine> Lines)
    {
        public string Text => string.Join('\n', Lines.Select(line => line.Text));

        public bool IsNumbered => BeginsWithNumber(Text);

        public double HeightBy(Alignment alignment) => alignment switch
        {
            Alignment.Top => Lines[0].Baseline,
            Alignment.Bottom => Lines[^1].Baseline,
            _ => (Lines[0].Baseline + Lines[^1].Baseline) / 2,
        };
    }

    /// <summary>Which part of its label a row's figures stand beside.</summary>
    private enum Alignment
    {
        Middle,
        Top,
        Bottom,
    }

    private readonly List<List<string>> _rows = [];

    /// <summary>How many of the lines given it takes.</summary>
    public int Lines { get; private init; }

    /// <summary>The table that begins with these lines of a page, if one does.</summary>
    /// <param name="lines">Lines of a page from here on, none within ruled tables.</param>
    /// <param name="column">The text's column.</param>
    public static AlignedTable? Begin(IReadOnlyList<PdfLine> lines, TextColumn column)
    {
        var (width, pitch) = (column.Width, column.Pitch);
        var rows = new List<Row>();
        foreach (var line in lines)
        {
            var pieces = line.Split(ColumnGap).ConvertAll(part => new Piece(part));
            var isFar = rows.Count > 0 && line.Baseline - rows[^1].Baseline > 4 * pitch;
            if (isFar || (pieces.Count == 1 && !pieces[0].IsFigure && IsProse(line, width)) || IsHeading(pieces, line, lines, pitch))
                break;
            rows.Add(new Row(line.Baseline, pieces));
        }

        while (rows.Count > 0 && !rows[^1].HasFigures && rows[^1].Pieces.Count == 1 && !rows.Exists(row => row.HasFigures && rows[^1].Baseline - row.Baseline <= LabelGap * pitch))
            rows.RemoveAt(rows.Count - 1);
        var figures = rows.Where(row => row.Pieces.Count > 1).SelectMany(row => row.Pieces).Where(piece => piece.IsFigure).ToList();
        if (figures.Count < FewestFigures || rows.Count(row => row.HasFigures && row.Pieces.Count > 1) < 2 && figures.Count < 2 * FewestFigures)
            return null;
        var table = new AlignedTable { Lines = rows.Count };
        table.Fill(rows, figures.Min(piece => piece.Line.Left), pitch);
        return table;
    }

    public Table ToTable(int number, int page)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>(_rows.Count);
        foreach (var row in _rows)
        {
            var location = new SourceLocation(Table: number, Row: rows.Count + 1, Page: page);
            rows.Add(new TableRow([.. row.Select((cell, i) => new Cell(cell, location with { Cell = i + 1 }))], location));
        }

        return new Table(rows.ToImmutable(), TableShape.Ragged, new SourceLocation(Table: number, Page: page));
    }

    private static bool IsProse(PdfLine line, double width) => line.Right - line.Left > 0.6 * width || line.Text.EndsWith('。');

    /// <summary>A numbered line of its own with no figures near it.</summary>
    private static bool IsHeading(List<Piece> pieces, PdfLine line, IReadOnlyList<PdfLine> lines, double pitch) =>
        pieces.Count == 1 && !pieces[0].IsFigure && line.Text.Length > 2 && line.Text.IndexOf('、', StringComparison.Ordinal) is 1 or 2
        && "一二三四五六七八九十".Contains(line.Text[0], StringComparison.Ordinal)
        && !lines.Any(other => Math.Abs(other.Baseline - line.Baseline) <= LabelGap * pitch && other != line && other.Split(ColumnGap).Exists(part => FigureText.LooksLikeFigure(part.Text)));

    private void Fill(List<Row> rows, double edge, double pitch)
    {
        bool IsLabel(Piece piece) => !piece.IsFigure && piece.Line.Left < edge && piece.Line.Right <= edge + (piece.Line.Size / 2);
        var labels = LabelsOf(rows, [.. rows.SelectMany(row => row.Pieces).Where(IsLabel).Select(piece => piece.Line)], IsLabel, pitch);
        var columns = MiddlesOf(rows.SelectMany(row => row.Pieces).Where(piece => piece.IsFigure && !IsLabel(piece)).Select(piece => piece.Line));
        var borders = columns.Zip(columns.Skip(1), (left, right) => (left + right) / 2).ToList();
        var certain = CertainRows(rows.FindAll(labels.ContainsKey), labels, pitch);
        var header = new List<PdfLine>();
        foreach (var row in rows)
        {
            var others = row.Pieces.FindAll(piece => !IsLabel(piece));
            if (!row.HasFigures && !row.IsBlank)
            {
                // Names of columns take several lines as well: a piece below another goes on with it.
                var open = header.Count;
                foreach (var piece in others.SelectMany(piece => piece.Line.SplitAt(borders)))
                    if (header.FindIndex(0, open, above => above.Left < piece.Right && piece.Left < above.Right && piece.Baseline - above.LastBaseline <= Wrapped * piece.Size && above.Right - above.Left < LongestName * above.Size) is >= 0 and var index)
                        header[index] = header[index].Above(piece);
                    else
                        header.Add(piece);
                continue;
            }

            AddHeader(header, columns);
            var own = labels.GetValueOrDefault(row, []);
            _rows.Add(
            [
                .. own.Select(label => label.Text),
                .. others.Select(piece => own.Count == 0 || !piece.IsFigure || certain.Contains(row) ? piece.Line.Text : piece.Line.Text + Doubt),
            ]);
        }

        AddHeader(header, columns);
    }

    /// <summary>
    /// The rows whose labels are whole without doubt: a label of several lines has its figures beside its middle, its top or its bottom, as most of the table's have. Half a label
    /// stands beside its figures in the first case never; in the others what is left of it stands wrong in the next row or the one before.
    /// </summary>
    private static HashSet<Row> CertainRows(List<Row> rows, Dictionary<Row, List<Label>> labels, double pitch)
    {
        bool Stands(Row row, Alignment alignment) => labels[row].TrueForAll(label => Math.Abs(label.HeightBy(alignment) - row.Baseline) <= OffLine * pitch);
        var alignment = Enum.GetValues<Alignment>().MaxBy(alignment => rows.Count(row => labels[row].Exists(label => label.Lines.Count > 1) && Stands(row, alignment)));
        var standing = rows.ConvertAll(row => Stands(row, alignment));
        bool IsCertain(int row) => row < 0 || row >= rows.Count || standing[row];
        return [.. rows.Where((_, i) => IsCertain(i) && (alignment == Alignment.Middle || IsCertain(alignment == Alignment.Top ? i + 1 : i - 1)))];
    }

    /// <summary>Names of columns stand in one row, at whatever height they are printed: above each column the lowest. Names of groups stand above them, beside one another if they share a height.</summary>
    private void AddHeader(List<PdfLine> header, List<double> columns)
    {
        var names = columns.ConvertAll(center => header.FindAll(piece => piece.Left <= center && piece.Right >= center).MaxBy(piece => piece.Baseline))
            .OfType<PdfLine>().Distinct().ToList();
        var groups = new List<(double Bottom, List<PdfLine> Names)>();
        foreach (var group in header.Except(names).OrderBy(piece => piece.Baseline))
        {
            if (groups.Count == 0 || group.Baseline - (group.Size / 2) > groups[^1].Bottom)
                groups.Add((0, []));
            groups[^1].Names.Add(group);
            groups[^1] = groups[^1] with { Bottom = Math.Max(groups[^1].Bottom, group.LastBaseline) };
        }

        _rows.AddRange(groups.Select(row => row.Names.OrderBy(name => name.Left).Select(name => name.Text).ToList()));
        if (names.Count > 0)
            _rows.Add(names.ConvertAll(piece => piece.Text));
        header.Clear();
    }

    /// <summary>The middles of the columns of figures, from left to right: figures of a column stand over one another.</summary>
    private static List<double> MiddlesOf(IEnumerable<PdfLine> figures)
    {
        var columns = new List<(double Left, double Right)>();
        foreach (var figure in figures.OrderBy(figure => figure.Left))
        {
            if (columns.Count > 0 && figure.Left < columns[^1].Right)
                columns[^1] = columns[^1] with { Right = Math.Max(columns[^1].Right, figure.Right) };
            else
                columns.Add((figure.Left, figure.Right));
        }

        return columns.ConvertAll(column => (column.Left + column.Right) / 2);
    }

    /// <summary>
    /// The labels of each row, from left to right. A label belongs to the first row that it stands beside; of what stands beside none nothing is left out, as half a label
    /// may be another one: the beginning of a label belongs to the row below, anything else to the nearest.
    /// </summary>
    private static Dictionary<Row, List<Label>> LabelsOf(List<Row> rows, List<PdfLine> pieces, Predicate<Piece> isLabel, double pitch)
    {
        // Lines that have anything beside labels: figures, or names of columns, which take the labels beside them away from the figures below.
        var anchors = rows.FindAll(row => row.IsBlank || row.Pieces.Exists(piece => !isLabel(piece)));
        var labels = new Dictionary<Row, List<Label>>();
        foreach (var column in ColumnsOf(pieces))
        {
            var placed = new SortedDictionary<double, (Row Row, Label Label)>();
            foreach (var label in LabelsIn(column))
            {
                var (top, bottom) = (label.Lines[0].Baseline - (pitch / 2), label.Lines[^1].Baseline + (pitch / 2));
                var row = anchors.Find(anchor => anchor.Baseline >= top && anchor.Baseline <= bottom)
                    ?? (label.IsNumbered ? anchors.Find(anchor => anchor.Baseline > top) : null)
                    ?? anchors.MinBy(anchor => Math.Min(Math.Abs(anchor.Baseline - top), Math.Abs(anchor.Baseline - bottom)));
                if (row is null)
                    continue;
                if (placed.TryGetValue(row.Baseline, out var other))
                    other.Label.Lines.AddRange(label.Lines);
                else
                    placed[row.Baseline] = (row, label);
            }

            foreach (var (row, label) in placed.Values)
            {
                if (!labels.TryGetValue(row, out var beside))
                    labels[row] = beside = [];
                beside.Add(label);
            }
        }

        // A label with a number is the row's own, what stands before it may be left over from another.
        foreach (var beside in labels.Values.Where(beside => beside[^1].IsNumbered))
            beside.RemoveRange(0, beside.Count - 1);
        return labels;

        bool IsBeside(Row anchor, PdfLine line) => Math.Abs(anchor.Baseline - line.Baseline) <= pitch / 2;

        IEnumerable<Label> LabelsIn(List<PdfLine> column)
        {
            var right = column.Max(piece => piece.Right);
            Label? label = null;
            foreach (var piece in column.OrderBy(piece => piece.Baseline))
            {
                var isNew = label is null || BeginsWithNumber(piece.Text) || piece.Baseline - label.Lines[^1].Baseline > LabelGap * pitch
                    || label.Lines[^1].Right < right - (Filled * piece.Size)
                    || (anchors.Exists(anchor => IsBeside(anchor, piece)) && anchors.Exists(anchor => label.Lines.Exists(line => IsBeside(anchor, line))));
                if (isNew)
                {
                    if (label is not null)
                        yield return label;
                    label = new Label([]);
                }

                label!.Lines.Add(piece);
            }

            if (label is not null)
                yield return label;
        }
    }

    /// <summary>Labels by where they begin.</summary>
    private static IEnumerable<List<PdfLine>> ColumnsOf(List<PdfLine> pieces)
    {
        var column = new List<PdfLine>();
        foreach (var piece in pieces.OrderBy(piece => piece.Left))
        {
            if (column.Count > 0 && piece.Left - column[^1].Left > piece.Size)
            {
                yield return column;
                column = [];
            }

            column.Add(piece);
        }

        if (column.Count > 0)
            yield return column;
    }

    private static bool BeginsWithNumber(string text) =>
        text.Length > 1 && (text[0] is '（' or '(' || text[1] is '、' or '.' or '．' || (text.Length > 2 && text[2] == '、'));
}
