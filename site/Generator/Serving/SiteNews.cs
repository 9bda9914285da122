using System.Runtime.CompilerServices;

namespace DisclosureArchive.Generator.Serving;

/// <summary>What open pages are told.</summary>
/// <param name="Build">Which build is served: the same for the same site, whoever built it when.</param>
/// <param name="Heading">What is the matter with the last build, in one sentence; empty if nothing is.</param>
/// <param name="Problems">What is wrong, a line each.</param>
internal sealed record News(string Build, string Heading, string Problems);

/// <summary>The latest news, for pages that come and go.</summary>
internal sealed class SiteNews
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The latest.</summary>
    public News Latest { get; private set; } = new("", "", "");

    public void Tell(News news)
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            Latest = news;
            told = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }

    /// <summary>The latest at once, then whatever comes.</summary>
    public async IAsyncEnumerable<News> Follow([EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            News news;
            Task next;
            lock (_lock)
                (news, next) = (Latest, _next.Task);
            yield return news;
            await next.WaitAsync(cancel);
        }
    }
}
