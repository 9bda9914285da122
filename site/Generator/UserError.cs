namespace DisclosureArchive.Generator;

/// <summary>Something that the user has to mend; shown as one plain line, without a stack trace.</summary>
/// <param name="chinese">What is wrong and what to do, in Chinese.</param>
/// <param name="english">The same in English.</param>
public sealed class UserError(string chinese, string english) : Exception($"{chinese} {english}");
