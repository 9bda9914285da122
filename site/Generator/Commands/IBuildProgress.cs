namespace DisclosureArchive.Generator.Commands;

/// <summary>Hears how far a build has come. Safe to call from several threads.</summary>
public interface IBuildProgress
{
    /// <summary>Hears nothing.</summary>
    static readonly IBuildProgress None = new Silence();

    /// <summary>A stage begins, with about so many steps.</summary>
    void Begin(string stage, int steps);

    /// <summary>A step was made.</summary>
    void Advance();

    private sealed class Silence : IBuildProgress
    {
        public void Begin(string stage, int steps)
        {
        }

        public void Advance()
        {
        }
    }
}
