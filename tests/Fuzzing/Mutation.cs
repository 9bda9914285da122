using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Fuzzing;

/// <summary>A mutated file.</summary>
/// <param name="What">What was done, for people.</param>
/// <param name="File">The file.</param>
/// <param name="Allowed">Which figures may be another number.</param>
public sealed record Mutation(string What, SourceFile File, Allowance Allowed);
