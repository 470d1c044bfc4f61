using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.TestSupport.Servers;

/// <summary>
/// Serves EST (RFC 7030) over HTTPS on the loopback interface. It follows the protocol until a test sets other answers, and
/// records every request.
/// </summary>
internal sealed class FakeEstServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<RecordedRequest, Reply>> _answers = new();
    private readonly ConcurrentDictionary<string, Reply> _issued = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ServerIdentity _identity;
    private readonly bool _ownsRoot;
    private HttpTestServer? _server;
    private Func<RecordedRequest, CancellationToken, Task<Reply>>? _answerAll;

    private FakeEstServer(ServerIdentity identity, TestAuthority tlsRoot, bool ownsRoot)
    {
        (_identity, TlsRoot, _ownsRoot) = (identity, tlsRoot, ownsRoot);
        Answer("cacerts", _ => Reply.Certificates(Authority.Certificate));
        Answer("csrattrs", _ => new Reply(StatusCodes.Status204NoContent, []));
        Answer("simpleenroll", request => request.Authorization is null ? Reply.Challenge("Basic realm=\"fake\"") : Issue(request));
        Answer("simplereenroll", request => Issue(request));
    }

    /// <summary>The root of the server's TLS certificate. A server under the certificate of a sandbox does not use it.</summary>
    public TestAuthority TlsRoot { get; }

    /// <summary>The CA that issues client certificates.</summary>
    public TestAuthority Authority { get; } = new(TestAuthority.ClientCA);

    /// <summary>The root of its addresses, <c>https://127.0.0.1:PORT/</c>.</summary>
    public Uri Origin => _server!.Origin;

    /// <summary>All requests so far, in their order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Starts a server.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <param name="serverName">The name or address in its TLS certificate.</param>
    /// <param name="tlsRoot">The CA that issues its TLS certificate, which the caller disposes of; null for a CA of its own.</param>
    public static Task<FakeEstServer> StartAsync(
        CancellationToken cancellationToken, string serverName = "127.0.0.1", TestAuthority? tlsRoot = null)
    {
        TestAuthority root = tlsRoot ?? new TestAuthority("Fake TLS Root");
        return new FakeEstServer(ServerIdentity.Issue(root, serverName), root, ownsRoot: tlsRoot is null).ListenAsync(cancellationToken);
    }

    /// <summary>Starts a server under the TLS certificate of a sandbox.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static Task<FakeEstServer> StartAsync(SandboxProcess sandbox, CancellationToken cancellationToken) =>
        new FakeEstServer(ServerIdentity.Of(sandbox), new TestAuthority("Fake TLS Root"), ownsRoot: true).ListenAsync(cancellationToken);

    /// <summary>Gets the requests of one operation.</summary>
    public IReadOnlyList<RecordedRequest> RequestsFor(string operation) =>
        [.. _requests.Where(request => request.Operation == operation)];

    /// <summary>Sets how an operation is answered from now on.</summary>
    public void Answer(string operation, Func<RecordedRequest, Reply> answer) => _answers[operation] = answer;

    /// <summary>Sets how every operation is answered from now on.</summary>
    public void AnswerAll(Func<RecordedRequest, CancellationToken, Task<Reply>> answer) => _answerAll = answer;

    /// <summary>Issues a certificate for a request, and the same certificate for the same request again.</summary>
    public Reply Issue(RecordedRequest request, ClientProfile? profile = null)
    {
        string base64 = Encoding.ASCII.GetString(request.Body);
        return _issued.GetOrAdd(base64, _ => Reply.Certificates(
            Authority.Issue(TestAuthority.KeyOf(Convert.FromBase64String(base64)), profile)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _identity.Dispose();
        Authority.Dispose();
        if (_ownsRoot)
        {
            TlsRoot.Dispose();
        }
    }

    private async Task<FakeEstServer> ListenAsync(CancellationToken cancellationToken)
    {
        _server = await HttpTestServer.StartAsync(_identity, HandleAsync, cancellationToken);
        return this;
    }

    private async Task<Reply> HandleAsync(RecordedRequest request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request);
        if (_answerAll is { } answerAll)
        {
            return await answerAll(request, cancellationToken);
        }

        return _answers.TryGetValue(request.Operation, out Func<RecordedRequest, Reply>? answer)
            ? answer(request)
            : Reply.Text(404, "nothing here");
    }
}
