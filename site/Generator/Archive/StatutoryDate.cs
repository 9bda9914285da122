namespace DisclosureArchive.Generator.Archive;

/// <summary>A date that the law sets for the annual reports for a year.</summary>
/// <param name="ReportYear">The year reported on.</param>
/// <param name="Rank">The bodies for which it holds; null if it holds for all.</param>
/// <param name="Due">The last day.</param>
public sealed record StatutoryDate(int ReportYear, AgencyRank? Rank, DateOnly Due)
{
    /// <summary>Since when the Regulations that set it have been in force.</summary>
    public DateOnly InForce => ReportYear < Deadline.FirstYearOf2019 ? new DateOnly(2008, 5, 1) : new DateOnly(2019, 5, 15);

    /// <summary>The dates for a year, first to last; none for years that had not to be reported on.</summary>
    public static IEnumerable<StatutoryDate> Of(int year)
    {
        var dates = from rank in (AgencyRank[])[AgencyRank.Government, AgencyRank.Department, AgencyRank.Township]
                    let due = Deadline.Of(rank, year)
                    where due is not null
                    select new StatutoryDate(year, rank, due.Value);
        var all = dates.OrderBy(date => date.Due).ToList();
        return all.Count == 3 && all[0].Due == all[^1].Due ? [all[0] with { Rank = null }] : all;
    }
}
