namespace DisclosureArchive.Generator.Commands;

/// <summary>Rows of cells in columns, for a terminal: a Chinese character is two columns wide, numbers stand to the right.</summary>
internal sealed class TextTable(params string[] header)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [header];

    public void Add(params string[] row) => _rows.Add(row);

    public void Write(TextWriter console)
    {
        var widths = Enumerable.Range(0, header.Length).Select(column => _rows.Max(row => WidthOf(row[column]))).ToArray();
        foreach (var row in _rows)
            console.WriteLine(string.Join(Gap, row.Select((cell, column) => Pad(cell, widths[column]))).TrimEnd());
    }

    private static string Pad(string cell, int width)
    {
        var room = new string(' ', width - WidthOf(cell));
        return int.TryParse(cell, out _) ? room + cell : cell + room;
    }

    public static int WidthOf(string text) => text.Length + text.Count(c => c >= '\u2E80');
}
