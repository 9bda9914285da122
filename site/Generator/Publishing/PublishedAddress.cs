using System.Net;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Publishing;

/// <summary>A site as a server on this machine gives it. It is asked for each file; what else it has nobody can tell.</summary>
internal sealed class PublishedAddress : IPublishedCopy
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    private readonly Uri _root;

    /// <exception cref="UserError">It is no http address of this machine.</exception>
    public PublishedAddress(string address)
    {
        if (!Uri.TryCreate(address.EndsWith('/') ? address : address + "/", UriKind.Absolute, out var root) || !root.IsLoopback)
            throw new UserError($"只核对本机的网址，例如 http://127.0.0.1:8080/：{address}。", $"Only addresses of this machine are verified, such as http://127.0.0.1:8080/: {address}");
        _root = root;
    }

    public IReadOnlySet<string>? Paths => null;

    /// <summary>Whether what was given is an address, not a folder.</summary>
    public static bool IsAddress(string copy) =>
        copy.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || copy.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public byte[]? Read(string path)
    {
        var address = new Uri(_root, Routes.Encoded(path));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = _client.Send(request, HttpCompletionOption.ResponseHeadersRead);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                return null;
            if (response.StatusCode != HttpStatusCode.OK)
                throw new UserError($"{address} 返回 {(int)response.StatusCode}，不是 200。", $"{address} answers {(int)response.StatusCode}, not 200.");
            using var content = new MemoryStream();
            response.Content.ReadAsStream().CopyTo(content);
            return content.ToArray();
        }
        catch (HttpRequestException problem)
        {
            throw new UserError($"无法读取 {address}：{problem.Message.ReplaceLineEndings(" ")}", $"{address} can't be read.");
        }
    }

    public void Dispose() => _client.Dispose();
}
