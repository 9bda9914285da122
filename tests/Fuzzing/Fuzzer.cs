using System.Collections.Concurrent;
using DisclosureArchive.Fuzzing.Mutators;
using DisclosureArchive.Fuzzing.Seeds;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing;

/// <summary>
/// Mutates report files and reads what comes of it. Whatever was done to a file: it is read to an end, within its time, twice the same; every figure says where it stood;
/// and no figure is another number, unless the mutation printed one (see <see cref="Allowance"/>). A mutation is told by the run's seed and its number alone.
/// </summary>
public sealed class Fuzzer
{
    private const int MostTries = 20;

    /// <summary>Beyond the time that a file may take by its limit, for a machine that has other work.</summary>
    private const int Patience = 3;

    private static readonly Mutator[] Mutators =
        [new ByteMutator(), new CharacterMutator(), new LineMutator(), new LineCellMutator(), new HtmlMutator(), new WordMutator(), new PrintMutator()];

    private readonly ReadingTools _tools;
    private readonly ReportReader _reader;
    private readonly SeedShelf _shelf;

    public Fuzzer(ReadingTools tools)
    {
        _tools = tools;
        _reader = new ReportReader(AgencyRegister.Empty, tools);
        _shelf = new SeedShelf(_reader);
    }

    /// <summary>Runs mutations of a seed and gives those that broke something, in the order of their numbers.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="first">Number of the first mutation.</param>
    /// <param name="count">How many.</param>
    /// <param name="progress">Told after each mutation; null for nobody.</param>
    public IReadOnlyList<Failure> Run(ulong seed, int first, int count, Action<Failure?>? progress = null)
    {
        var failures = new ConcurrentBag<Failure>();
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
        {
            var failure = Try(seed, number);
            if (failure is not null)
                failures.Add(failure);
            progress?.Invoke(failure);
        });
        return [.. failures.OrderBy(failure => failure.Number)];
    }

    /// <summary>A mutated file of a run, for uses other than reading it here.</summary>
    public SourceFile Make(ulong seed, int number) => Choose(seed, number).Mutation.File;

    private Failure? Try(ulong seed, int number)
    {
        var (origin, mutator, mutation) = Choose(seed, number);
        var faults = Judge(origin, mutation);
        return faults.Count == 0 ? null : new Failure(seed, number, origin.Name, mutator.GetType().Name, mutation.What, mutation.File, origin.Source, faults);
    }

    private (Seed Origin, Mutator Mutator, Mutation Mutation) Choose(ulong seed, int number)
    {
        var random = SplitMix.For(seed, $"{number}");
        var origin = _shelf.Take(number, random);
        var fitting = Array.FindAll(Mutators, mutator => mutator.Fits(origin));
        for (var tries = 0; tries < MostTries; tries++)
        {
            var mutator = random.Pick(fitting);
            if (mutator.Mutate(origin, random) is { } mutation)
                return (origin, mutator, mutation);
        }

        return (origin, Mutators[0], Mutators[0].Mutate(origin, random)!);
    }

    private List<string> Judge(Seed origin, Mutation mutation)
    {
        try
        {
            var bound = (origin.IsSlow ? _tools.Limits.ConversionTime : _tools.Limits.Time) * Patience;
            if ((ReadTwice(mutation.File, bound) ?? ReadAlone(mutation.File, bound)) is not var (after, again))
                return [$"not read within {bound.TotalSeconds} seconds"];
            return [.. Oracle.Judge(origin.Report, after, again, mutation.Allowed)];
        }
        catch (AggregateException problem)
        {
            return [problem.InnerException!.ToString()];
        }
    }

    /// <summary>Once more, with nothing else of ours at work, for a machine that was busy.</summary>
    private (AnnualReport First, AnnualReport Second)? ReadAlone(SourceFile file, TimeSpan bound)
    {
        lock (_shelf)
            return ReadTwice(file, bound * Patience);
    }

    /// <summary>Two readings; null if they took longer than the bound. On a thread of its own: the pool's are all busy with waiting for such readings.</summary>
    private (AnnualReport First, AnnualReport Second)? ReadTwice(SourceFile file, TimeSpan bound)
    {
        var reading = Task.Factory.StartNew(
            () => (_reader.Read(file, Sidecar.None), _reader.Read(file, Sidecar.None)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return reading.Wait(bound) ? reading.Result : null;
    }
}
