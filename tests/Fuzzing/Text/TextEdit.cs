namespace DisclosureArchive.Fuzzing.Text;

/// <summary>The least span in which two texts differ.</summary>
internal sealed class TextEdit
{
    private readonly string _before;
    private readonly string _after;
    private readonly int _start;

    public TextEdit(string before, string after)
    {
        (_before, _after) = (before, after);
        var shorter = Math.Min(before.Length, after.Length);
        while (_start < shorter && before[_start] == after[_start])
            _start++;
        var tail = 0;
        while (tail < shorter - _start && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        Removed = before[_start..^tail];
        Inserted = after[_start..^tail];
    }

    public string Removed { get; }

    public string Inserted { get; }

    /// <summary>Whether it goes over the end of a line, other than by taking away or putting in one end.</summary>
    public bool IsOverLines => IsMore(Removed) || IsMore(Inserted);

    /// <summary>The line, or lines, that it changes, as they were.</summary>
    public string LineBefore
    {
        get
        {
            var from = _start == 0 ? 0 : _before.LastIndexOf('\n', _start - 1) + 1;
            var to = _before.IndexOf('\n', Math.Min(_before.Length, _start + Removed.Length));
            return _before[from..(to < 0 ? _before.Length : to)];
        }
    }

    /// <summary>Whether a text stood in the file where something was removed or changed, or right beside it.</summary>
    public bool IsRemoved(string text) => Touches(_before, Removed.Length, text);

    /// <summary>Whether a text stands in the file where something was put in or changed, or right beside it.</summary>
    public bool IsInserted(string text) => Touches(_after, Inserted.Length, text);

    private static bool IsMore(string text) => text.Length > 1 && text.Contains('\n', StringComparison.Ordinal);

    private bool Touches(string whole, int length, string text)
    {
        var first = Math.Max(0, _start - text.Length);
        var last = Math.Min(whole.Length - text.Length, _start + length);
        for (var at = first; at <= last; at++)
            if (string.CompareOrdinal(whole, at, text, 0, text.Length) == 0)
                return true;
        return false;
    }
}
