namespace DisclosureArchive.Reports;

/// <summary>That a report was taken back: its page stays and says so, its figures are published no more.</summary>
/// <param name="Date">When.</param>
/// <param name="Reason">Why, in words, for readers.</param>
public sealed record Withdrawal(DateOnly Date, string Reason);
