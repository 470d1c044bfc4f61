using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Module.Tests.Secrets;

/// <summary>
/// A service under the sandbox's TLS certificate that asks for codes and then says them back, in the way that the label
/// of its address names: the worst that a client's errors and logs could be given.
/// </summary>
internal sealed class EchoingService : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _server;
    private readonly string _authorities;

    /// <summary>Listens.</summary>
    public EchoingService(SandboxProcess sandbox)
    {
        string server = Path.Combine(sandbox.DataDirectory, "tls-server.pem");
        _server = X509CertificateLoader.LoadPkcs12(
            X509Certificate2.CreateFromPemFile(server, Path.ChangeExtension(server, ".key")).Export(X509ContentType.Pfx), null);
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(sandbox.ClientCaPath);
        _authorities = Convert.ToBase64String(new X509Certificate2Collection(authority).Export(X509ContentType.Pkcs7)!);
        _listener.Start();

        // On threads of its own: those of the tests wait for their commands.
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>The base address of a way of answering.</summary>
    /// <param name="label">A status code, <c>html</c>, <c>cut</c> or <c>redirect</c>.</param>
    public string Address(string label) => $"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/.well-known/est/{label}";

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _server.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        CancellationToken end = _end.Token;
        while (!end.IsCancellationRequested)
        {
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(end), end);
        }
    }

    private async Task ServeAsync(TcpClient accepted, CancellationToken end)
    {
        using TcpClient client = accepted;
        using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _server }, end);
        (string path, Dictionary<string, string> fields) = await ReadAsync(stream, end);
        string answer = Answer(path.Split('/')[^2], path.Split('/')[^1], fields.GetValueOrDefault("authorization"));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), end);
        await stream.ShutdownAsync();
    }

    private static async Task<(string Path, Dictionary<string, string> Fields)> ReadAsync(SslStream stream, CancellationToken end)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        string path = (await reader.ReadLineAsync(end))!.Split(' ')[1];
        var fields = new Dictionary<string, string>();
        while (await reader.ReadLineAsync(end) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            fields[line[..colon].ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }

        // Even for no characters at all the reader would wait for some.
        int length = int.Parse(fields.GetValueOrDefault("content-length", "0"), CultureInfo.InvariantCulture);
        if (length > 0)
        {
            await reader.ReadBlockAsync(new char[length], end);
        }

        return (path, fields);
    }

    private string Answer(string label, string operation, string? authorization)
    {
        if (operation != "simpleenroll" || authorization is null)
        {
            return operation switch
            {
                "cacerts" => Compose(200, _authorities),
                "csrattrs" => Compose(404, string.Empty),
                _ => Compose(401, string.Empty, "WWW-Authenticate: Basic realm=\"codes\""),
            };
        }

        string token = authorization.Split(' ')[1];
        string said = $"{Encoding.UTF8.GetString(Convert.FromBase64String(token)).Replace(":", " and ", StringComparison.Ordinal)}, {token}";
        return label switch
        {
            "cut" => "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + said,
            "html" => Compose(200, "<html>portal</html>"),
            "redirect" => Compose(302, said, "Location: https://127.0.0.1/?codes=" + said.Replace(' ', '+')),
            _ => Compose(int.Parse(label, CultureInfo.InvariantCulture), "refused: " + said),
        };
    }

    private static string Compose(int status, string body, params string[] fields) => string.Join(
        "\r\n",
        fields
            .Prepend($"HTTP/1.1 {status} Status")
            .Append($"Content-Length: {Encoding.UTF8.GetByteCount(body)}")
            .Append("Connection: close")
            .Append(string.Empty)
            .Append(body));
}
