namespace DisclosureArchive.Theme.Models;

/// <summary>What stands in the place of a report that was withdrawn.</summary>
/// <param name="Agency">Its agency's page.</param>
/// <param name="Date">When it was withdrawn.</param>
/// <param name="Reason">Why.</param>
/// <param name="Instead">The report of the same year that stands now; null for none.</param>
/// <param name="Data">Link to the same as data.</param>
/// <param name="English">The words of the other language: who comes by a link must understand it.</param>
public sealed record WithdrawnNotice(Frame Frame, Link Agency, string Date, string Reason, Link? Instead, string Data, Words English);
