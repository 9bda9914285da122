namespace DisclosureArchive.Reports.Reading;

/// <summary>
/// A file holds more than a report can: reading it is given up. Readers throw it from wherever they find that; <see cref="DocumentReaders"/> turns
/// it into a diagnostic, so that a reader's caller never sees it.
/// </summary>
/// <param name="what">What there is too much of, and the limit, in words of both languages: <c>&gt; 200000 行 lines</c>.</param>
internal sealed class ContentTooLargeException(string what) : Exception(what)
{
    /// <summary>Gives up if there is more of something than there may be.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="what">What they are, in words of both languages: 行 lines.</param>
    /// <exception cref="ContentTooLargeException">There is more.</exception>
    public static void ThrowIfMore(long count, long most, string what)
    {
        if (count > most)
            throw new ContentTooLargeException($"> {most} {what}");
    }
}
