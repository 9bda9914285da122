using DisclosureArchive.Fuzzing.Seeds;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Mutators;

/// <summary>Changes files in ways of one kind, knowing what each change does to the figures.</summary>
internal abstract class Mutator
{
    /// <summary>Whether it can change such a file.</summary>
    public abstract bool Fits(Seed seed);

    /// <summary>A mutated file; null if the place that was chosen can't be changed so.</summary>
    public abstract Mutation? Mutate(Seed seed, SplitMix random);

    protected static Mutation Of(Seed seed, string what, byte[] content, Allowance allowed) =>
        new(what, seed.Source with { Content = content }, allowed);
}
