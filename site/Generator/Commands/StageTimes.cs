using System.Diagnostics;

namespace DisclosureArchive.Generator.Commands;

/// <summary>How long each stage of a build took.</summary>
public sealed class StageTimes : IBuildProgress
{
    private readonly List<(string Stage, long Begun)> _stages = [];

    public void Begin(string stage, int steps) => _stages.Add((stage, Stopwatch.GetTimestamp()));

    public void Advance()
    {
    }

    /// <summary>The stages so far with their times; the last one lasts until now.</summary>
    public IEnumerable<(string Stage, TimeSpan Time)> Taken()
    {
        var end = Stopwatch.GetTimestamp();
        return _stages.Select((stage, index) =>
            (stage.Stage, Stopwatch.GetElapsedTime(stage.Begun, index + 1 < _stages.Count ? _stages[index + 1].Begun : end)));
    }
}
