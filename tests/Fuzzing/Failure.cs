using System.Text;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Fuzzing;

/// <summary>A mutation that broke what must hold.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Number">The mutation's number in the run: with the seed it makes the same file again.</param>
/// <param name="Origin">What was mutated.</param>
/// <param name="Mutator">The kind of mutation.</param>
/// <param name="What">What was done.</param>
/// <param name="File">The mutated file.</param>
/// <param name="Original">The file before.</param>
/// <param name="Faults">What does not hold.</param>
public sealed record Failure(
    ulong Seed, int Number, string Origin, string Mutator, string What, SourceFile File, SourceFile Original, IReadOnlyList<string> Faults)
{
    private const int MostShown = 6;

    public override string ToString()
    {
        var text = new StringBuilder($"fuzz --seed {Seed} --first {Number} --count 1: {Origin}\n  {Mutator}: {What}");
        foreach (var fault in Faults.Take(MostShown))
            text.Append("\n    ").Append(fault);
        if (Faults.Count > MostShown)
            text.Append($"\n    … {Faults.Count} in all");
        return text.ToString();
    }
}
