using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DisclosureArchive;

/// <summary>Debian's nginx as a process of its own, with the configuration of <c>docs/nginx.conf</c>.</summary>
internal sealed class Nginx : IDisposable
{
    private static readonly string? Program = new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx" }.FirstOrDefault(File.Exists);

    private readonly Process _process;

    private Nginx(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>Where the site is, with a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Ends a test for which it is needed and not here.</summary>
    public static void Demand()
    {
        if (Program is null)
            throw Repository.Lacks("nginx");
    }

    /// <summary>Starts it with the configuration as it stands in the docs, but for the lines that are the reader's to change.</summary>
    /// <param name="folder">Where it keeps what it needs.</param>
    /// <param name="root">The folder that it serves.</param>
    /// <param name="path">Below which the site is: empty, or with a slash at the end.</param>
    public static async Task<Nginx> Start(string folder, string root, string path = "")
    {
        Demand();
        var port = FreePort();
        string[] written = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "nginx.conf"));
        var site = ((string Begin, string Line)[])
        [
            ("    listen ", $"    listen 127.0.0.1:{port};"), ("    server_name ", "    server_name localhost;"), ("    root ", $"    root {root};"),
            ("    error_page ", $"    error_page 404 /{path}404.html;"), ("    location / ", $"    location /{path} {{"),
        ];
        foreach (var (begin, line) in site)
            written[Array.IndexOf(written, written.Single(old => old.StartsWith(begin, StringComparison.Ordinal) && old.Contains("# <-", StringComparison.Ordinal)))] = line;
        Directory.CreateDirectory(folder);
        await File.WriteAllLinesAsync(Path.Combine(folder, "site.conf"), written);
        File.Copy("/etc/nginx/mime.types", Path.Combine(folder, "mime.types"));
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"  {kind}_temp_path {kind};\n"));
        var main = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(main, $"daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n  access_log off;\n{temporary}  include site.conf;\n}}\n");

        var process = Process.Start(new ProcessStartInfo(Program!, ["-p", folder, "-c", main, "-e", "stderr"]) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        while (!process.HasExited)
        {
            using var call = new TcpClient();
            try
            {
                await call.ConnectAsync(IPAddress.Loopback, port);
                return new Nginx(process, $"http://127.0.0.1:{port}/{path}");
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException($"nginx did not start: {await error}");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
