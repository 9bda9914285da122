namespace DisclosureArchive.Generator.Archive;

/// <summary>Whether a report came in time.</summary>
public enum PunctualityState
{
    /// <summary>On the last day or before it.</summary>
    InTime,

    /// <summary>After the last day.</summary>
    Late,

    /// <summary>There is a last day, but the report tells no date of publication.</summary>
    NotDated,

    /// <summary>There is a last day, but the date told can't be that of publication: it lies before the last month of the year reported on.</summary>
    DateDoubtful,

    /// <summary>No article names a last day for such a body and year.</summary>
    NoDeadline,

    /// <summary>It can't be told what the body is, or which year the report is for, and so which day holds.</summary>
    Unclear,
}

/// <summary>
/// Whether the report for a year came in time (<see cref="Deadline"/>). The date is the one that the report itself states, or that its web page
/// shows: nobody else's record. Where there are several revisions the earliest counts.
/// </summary>
/// <param name="State">What is to be said.</param>
/// <param name="Due">The last day; null if there is none, or if it can't be told.</param>
/// <param name="Published">The earliest date of publication; null if none is told.</param>
public readonly record struct Punctuality(PunctualityState State, DateOnly? Due, DateOnly? Published)
{
    /// <summary>Whether it can be said at all that it came in time or late.</summary>
    public bool IsJudged => State is PunctualityState.InTime or PunctualityState.Late;

    /// <summary>How many days after the last day; 0 if it is not late.</summary>
    public int DaysLate => State == PunctualityState.Late ? Published!.Value.DayNumber - Due!.Value.DayNumber : 0;

    /// <summary>Of a year of an agency.</summary>
    /// <param name="report">One of the year's reports, of whatever revision.</param>
    public static Punctuality Of(AgencyEntry agency, ReportEntry report) => report.Year is not { } year || agency.IsUnidentified
        ? new Punctuality(PunctualityState.Unclear, null, report.Published)
        : Judge(AgencyRanks.Of(agency), year, [.. agency.Reports.Where(other => other.Year == year).Select(other => other.Published)]);

    /// <param name="rank">What the body is.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="published">When each revision of the report was published; null where it does not say.</param>
    public static Punctuality Judge(AgencyRank rank, int year, ReadOnlySpan<DateOnly?> published)
    {
        DateOnly? first = null;
        var isSomeUndated = false;
        foreach (var date in published)
        {
            isSomeUndated |= date is null;
            first = date is null || first < date ? first : date;
        }

        if (Deadline.Of(rank, year) is not { } due)
            return new Punctuality(rank == AgencyRank.Unknown ? PunctualityState.Unclear : PunctualityState.NoDeadline, null, first);
        return new Punctuality(
            first is null ? PunctualityState.NotDated
            : first < new DateOnly(year, 12, 1) ? PunctualityState.DateDoubtful
            : first <= due ? PunctualityState.InTime
            // A revision without a date may have come first.
            : isSomeUndated ? PunctualityState.NotDated
            : PunctualityState.Late,
            due, first);
    }
}
