using System.Collections.Concurrent;
using System.Collections.Immutable;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>A label that a source label may stand for.</summary>
/// <param name="Index">Its place in the form's order.</param>
/// <param name="Score">1 for the same words, less for a near label.</param>
public readonly record struct LabelCandidate(int Index, double Score);

/// <summary>Finds the labels of a form (rows, columns or groups) that a source label may stand for. Thread-safe.</summary>
public sealed class LabelIndex
{
    /// <summary>A near label must be nearer than any other by this much.</summary>
    private const double Margin = 0.08;

    /// <summary>Remembering all labels of hostile files would fill the memory.</summary>
    private const int MostRemembered = 20_000;

    private readonly ImmutableArray<ImmutableArray<string>> _keys;
    private readonly ConcurrentDictionary<string, ImmutableArray<LabelCandidate>> _known = new(StringComparer.Ordinal);

    public LabelIndex(IEnumerable<FormLabel> labels)
    {
        _keys = [.. labels.Select(label =>
            label.Aliases.Prepend(label.Label).Select(LabelText.Normalise).Where(key => key.Length > 0).Distinct().ToImmutableArray())];
    }

    /// <summary>
    /// Candidates for a label as printed, the same words before near ones: several if the form has the same label more than once (其他情形数), none if it is no
    /// label of this form or is near to two different ones.
    /// </summary>
    public ImmutableArray<LabelCandidate> Find(string label)
    {
        return label.Length is 0 or > 200 ? [] : FindKey(LabelText.Normalise(label));
    }

    /// <summary>The same for a label that is normalised already.</summary>
    public ImmutableArray<LabelCandidate> FindKey(string key)
    {
        if (key.Length is 0 or > 200)
            return [];
        if (_known.TryGetValue(key, out var known))
            return known;
        var found = Compare(key);
        if (_known.Count < MostRemembered)
            _known[key] = found;
        return found;
    }

    private ImmutableArray<LabelCandidate> Compare(string key)
    {
        var scores = _keys.Select((keys, index) => new LabelCandidate(index, keys.Max(form => LabelSimilarity.Of(key, form)))).ToList();
        var best = scores.Max(candidate => candidate.Score);
        if (best == 0)
            return [];
        var nearest = scores.Where(candidate => candidate.Score == best).ToImmutableArray();
        if (best == 1)
            return nearest;
        var unclear = scores.Any(candidate => candidate.Score < best && candidate.Score > best - Margin)
            || nearest.Any(candidate => !IsSame(candidate.Index, nearest[0].Index))
            || CountBeginningWith(key) > 1;
        return unclear ? [] : nearest;
    }

    /// <summary>How many different labels a label cut short may be.</summary>
    private int CountBeginningWith(string key)
    {
        var begin = Enumerable.Range(0, _keys.Length).Where(index => _keys[index].Any(form => form.StartsWith(key, StringComparison.Ordinal))).ToList();
        return begin.Count(index => index == begin.First(first => IsSame(first, index)));
    }

    /// <summary>Whether two rows of the form have the same label.</summary>
    private bool IsSame(int one, int other) => _keys[one].SequenceEqual(_keys[other]);
}
