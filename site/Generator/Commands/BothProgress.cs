namespace DisclosureArchive.Generator.Commands;

/// <summary>Two who hear how far a build has come.</summary>
internal sealed class BothProgress(IBuildProgress one, IBuildProgress other) : IBuildProgress
{
    public void Begin(string stage, int steps)
    {
        one.Begin(stage, steps);
        other.Begin(stage, steps);
    }

    public void Advance()
    {
        one.Advance();
        other.Advance();
    }
}
