using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>Forwards requests to the sandbox under the sandbox's own TLS certificate, and answers one operation with a forged response.</summary>
internal sealed partial class ForgingServer : IAsyncDisposable
{
    private readonly SandboxProcess _sandbox;
    private readonly X509Certificate2 _root;
    private readonly FakeEstServer _server;
    private readonly ResponseForger _forger;
    private readonly ScepForger? _scepForger;
    private Upstream _upstream;
    private Forgery? _forgery;
    private int _forged;

    private ForgingServer(SandboxProcess sandbox, FakeEstServer server, byte[] foreign, bool isScep)
    {
        (_sandbox, _server, _forger) = (sandbox, server, new ResponseForger(foreign));
        _scepForger = isScep ? new ScepForger(sandbox, foreign) : null;
        _root = X509CertificateLoader.LoadCertificateFromFile(sandbox.TlsRootPath);
        _upstream = new Upstream(sandbox.Url, _root, null);
        _server.AnswerAll(AnswerAsync);
    }

    /// <summary>The address to connect to.</summary>
    public Uri Origin => _server.Origin;

    /// <summary>Whether a response of this run was forged.</summary>
    public bool HasHit => Volatile.Read(ref _forged) > 0;

    /// <summary>Starts it.</summary>
    /// <param name="sandbox">The service behind it.</param>
    /// <param name="foreign">The DER certificate of another client.</param>
    /// <param name="isScep">Whether the service speaks SCEP.</param>
    public static async Task<ForgingServer> StartAsync(SandboxProcess sandbox, byte[] foreign, bool isScep) =>
        new(sandbox, await FakeEstServer.StartAsync(sandbox, CancellationToken.None), foreign, isScep);

    /// <summary>Begins a new run.</summary>
    /// <param name="forgery">What is forged in it; null for nothing.</param>
    /// <param name="clientCertificate">The certificate, with its key, with which the client authenticates; null for none.</param>
    public void StartRun(Forgery? forgery, X509Certificate2? clientCertificate)
    {
        _upstream.Dispose();
        _upstream = new Upstream(_sandbox.Url, _root, clientCertificate);
        _forgery = forgery;
        Volatile.Write(ref _forged, 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _upstream.Dispose();
        _scepForger?.Dispose();
        _root.Dispose();
    }

    private async Task<Reply> AnswerAsync(RecordedRequest request, CancellationToken cancellationToken)
    {
        if (ForgeryFor(request) is { AfterService: false } before)
        {
            return Forge(before, request, []);
        }

        Reply original = await _upstream.SendAsync(request, cancellationToken);
        return original.Status == 200 && ForgeryFor(request) is { } after ? Forge(after, request, original.Body) : original;
    }

    private Forgery? ForgeryFor(RecordedRequest request) =>
        _forgery is { } forgery && NameOf(request) == forgery.Operation && Volatile.Read(ref _forged) < forgery.Times ? forgery : null;

    // SCEP has one path, and the operation in the query (RFC 8894, section 4.1).
    private static string NameOf(RecordedRequest request)
    {
        Match query = Query().Match(request.Path);
        return query.Success ? query.Groups["operation"].Value : request.Operation;
    }

    [GeneratedRegex("[?&]operation=(?<operation>[^&]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Query();

    private Reply Forge(Forgery forgery, RecordedRequest request, byte[] original)
    {
        Interlocked.Increment(ref _forged);
        return _scepForger is not null && ScepForger.For(forgery.Operation).Contains(forgery.Response)
            ? _scepForger.Forge(forgery.Response, request)
            : _forger.Forge(forgery.Response, original);
    }
}
