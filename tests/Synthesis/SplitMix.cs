namespace DisclosureArchive.Synthesis;

/// <summary>
/// The SplitMix64 generator: the same numbers from the same seed on every machine and every version of .NET,
/// which <see cref="Random"/> does not promise.
/// </summary>
public sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for one part of the work, so that a change in one part leaves the others as they were.</summary>
    public static SplitMix For(ulong seed, string part)
    {
        var hash = 14695981039346656037UL;
        unchecked
        {
            foreach (var character in part)
                hash = (hash ^ character) * 1099511628211UL;
            return new SplitMix(seed * 0x9E3779B97F4A7C15UL ^ hash);
        }
    }

    public ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ z >> 27) * 0x94D049BB133111EBUL;
            return z ^ z >> 31;
        }
    }

    /// <summary>A number from 0 up to, but not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number between both, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in one of <paramref name="times"/> cases.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Some different items, in the order of the list.</summary>
    public List<T> PickSome<T>(IReadOnlyList<T> items, int count)
    {
        var chosen = new List<T>(count);
        for (var index = 0; index < items.Count && chosen.Count < count; index++)
            if (Below(items.Count - index) < count - chosen.Count)
                chosen.Add(items[index]);
        return chosen;
    }
}
