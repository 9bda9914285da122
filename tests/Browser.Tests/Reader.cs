using Microsoft.Playwright;
using Shouldly;

namespace DisclosureArchive.Browser.Tests;

/// <summary>Goes from page to page of one archive, and notes what goes wrong and on which page.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _root;
    private readonly bool _runsScripts;

    private Reader(IBrowserContext context, IPage page, string root, bool runsScripts)
    {
        (_context, Page, _root, _runsScripts) = (context, page, root, runsScripts);
        page.PageError += (_, fault) => Note(fault);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Note(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_root, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Note($"asks for {request.Url}, which is not of the archive");
        };
        page.RequestFailed += (_, request) => Note($"does not get {request.Url}: {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                Note($"does not get {response.Url}: {response.Status}");
        };
    }

    public IPage Page { get; }

    /// <summary>Where the reader is: a path of the archive.</summary>
    public string Path { get; private set; } = "";

    private List<string> Faults { get; } = [];

    /// <param name="root">Where the archive begins, with a slash at the end.</param>
    public static async Task<Reader> Start(IBrowserContext context, string root, bool runsScripts) =>
        new(context, await context.NewPageAsync(), root, runsScripts);

    /// <summary>Opens a page and waits until its scripts have had their turn.</summary>
    public async Task Go(string path)
    {
        Path = path;
        await Page.GotoAsync(_root + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        if (_runsScripts)
            await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }

    /// <summary>Reads on in these of the site's modes, whatever was kept: <c>large</c>, <c>contrast</c>.</summary>
    public Task Choose(params string[] modes) =>
        Page.EvaluateAsync("modes => ['large', 'contrast'].forEach(mode => document.documentElement.classList.toggle(mode, modes.includes(mode)))", modes);

    public void Note(string fault) => Faults.Add($"{Path}: {fault}");

    /// <summary>Fails with all that went wrong, a line each.</summary>
    public void MustBeContent() => Faults.Count.ShouldBe(0, string.Join('\n', Faults.Distinct()));

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
