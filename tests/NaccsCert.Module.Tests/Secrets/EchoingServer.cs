using System;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.Module.Tests.Secrets;

/// <summary>
/// Asks for codes under the sandbox's TLS certificate and then repeats them, in the way that the label of its address names:
/// the worst that could get into the errors and logs of a client.
/// </summary>
internal sealed class EchoingServer : IAsyncDisposable
{
    private readonly FakeEstServer _server;

    private EchoingServer(FakeEstServer server) => _server = server;

    /// <summary>Starts the server.</summary>
    public static async Task<EchoingServer> StartAsync(SandboxProcess sandbox, CancellationToken cancellationToken)
    {
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(sandbox.ClientCaPath);
        Reply authorities = Reply.Certificates(authority);
        FakeEstServer server = await FakeEstServer.StartAsync(sandbox, cancellationToken);
        server.Answer("cacerts", _ => authorities);
        server.Answer("csrattrs", _ => Reply.Text(404, string.Empty));
        server.Answer("simpleenroll", Echo);
        return new EchoingServer(server);
    }

    /// <summary>The base address of a way of answering.</summary>
    /// <param name="label">A status code, <c>html</c>, <c>cut</c>, <c>redirect</c>, or <c>request</c> to repeat the request as well.</param>
    public string Address(string label) => new Uri(_server.Origin, $"/.well-known/est/{label}").AbsoluteUri;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Reply Echo(RecordedRequest request)
    {
        if (request.Authorization is not { } authorization)
        {
            return Reply.Challenge("Basic realm=\"codes\"");
        }

        string token = authorization.Split(' ')[1];
        string text = $"{Encoding.UTF8.GetString(Convert.FromBase64String(token)).Replace(":", " and ", StringComparison.Ordinal)}, {token}";
        string label = request.Path.Split('/')[^2];
        return label switch
        {
            "cut" => Reply.Truncated(text),
            "html" => Reply.Text(200, "<html>portal</html>"),
            "redirect" => Reply.Text(302, text, ("Location", "https://127.0.0.1/?codes=" + text.Replace(' ', '+'))),
            "request" => Reply.Text(400, $"refused: {Encoding.ASCII.GetString(request.Body)} {text}"),
            _ => Reply.Text(int.Parse(label, CultureInfo.InvariantCulture), "refused: " + text),
        };
    }
}
