using System.Diagnostics;

namespace DisclosureArchive.Generator.Commands;

/// <summary>How long each stage of a build took.</summary>
public sealed class StageTimes : IBuildProgress
{
    private readonly List<(string Stage, long Begun, TimeSpan Cpu)> _stages = [];

    public void Begin(string stage, int steps) => _stages.Add((stage, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime));

    public void Advance()
    {
    }

    /// <summary>The stages so far with their times and what they took of all processors; the last one lasts until now.</summary>
    public IEnumerable<(string Stage, TimeSpan Time, TimeSpan Cpu)> Taken()
    {
        var end = (Stage: "", Begun: Stopwatch.GetTimestamp(), Cpu: Environment.CpuUsage.TotalTime);
        return _stages.Zip(_stages.Skip(1).Append(end), (stage, next) => (stage.Stage, Stopwatch.GetElapsedTime(stage.Begun, next.Begun), next.Cpu - stage.Cpu));
    }
}
