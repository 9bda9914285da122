using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Reports.Tests;

/// <summary>What readers need beside .NET, for all tests; its programs end with the test run.</summary>
internal static class Tools
{
    public static ReadingTools ForTests { get; } = new(ReadingLimits.Default with { Time = TimeSpan.FromMinutes(3) });

    static Tools() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => ForTests.Dispose();

    public static ReportReader Reader(AgencyRegister? register = null) => new(register ?? AgencyRegister.Empty, ForTests);
}
