using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using NaccsCert.Messages;
using NaccsCert.Services;

namespace NaccsCert.Tests.Support;

/// <summary>
/// A certificate service over HTTPS on the loopback interface, under a TLS root made at its start. It behaves until
/// a test dictates an answer, and remembers every request.
/// </summary>
internal sealed class FakeEstServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<RecordedRequest, Reply>> _answers = new();
    private readonly ConcurrentDictionary<string, Reply> _issued = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly WebApplication _application;
    private readonly X509Certificate2 _server;

    private FakeEstServer(string serverName, TestAuthority tlsRoot)
    {
        TlsRoot = tlsRoot;
        _server = TlsRoot.IssueServer(serverName);
        _application = Build();
        Answer("cacerts", _ => Reply.Certificates(Authority.Certificate));
        Answer("csrattrs", _ => new Reply(StatusCodes.Status204NoContent, []));
        Answer("simpleenroll", request => request.Authorization is null ? Reply.Challenge("Basic realm=\"lies\"") : Issue(request));
        Answer("simplereenroll", request => Issue(request));
    }

    /// <summary>The CA that vouches for the server.</summary>
    public TestAuthority TlsRoot { get; }

    /// <summary>The CA that issues client certificates.</summary>
    public TestAuthority Authority { get; } = new(TestAuthority.ClientCA);

    /// <summary>The root of its addresses, <c>https://127.0.0.1:PORT/</c>.</summary>
    public Uri Origin => new(_application.Urls.First());

    /// <summary>Every request so far, in its order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Starts it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="serverName">The name or address in its TLS certificate.</param>
    /// <param name="tlsRoot">The CA that vouches for it; null for one of its own.</param>
    public static async Task<FakeEstServer> StartAsync(
        CancellationToken cancellationToken, string serverName = "127.0.0.1", TestAuthority? tlsRoot = null)
    {
        var service = new FakeEstServer(serverName, tlsRoot ?? new TestAuthority("Lying TLS Root"));
        await service._application.StartAsync(cancellationToken);
        return service;
    }

    /// <summary>The requests of one operation.</summary>
    public IReadOnlyList<RecordedRequest> RequestsFor(string operation) =>
        [.. _requests.Where(request => request.Operation == operation)];

    /// <summary>Dictates how an operation is answered from now on.</summary>
    public void Answer(string operation, Func<RecordedRequest, Reply> answer) => _answers[operation] = answer;

    /// <summary>Issues for a request, and gives the same certificate to the same request again.</summary>
    public Reply Issue(RecordedRequest request, ClientProfile? profile = null)
    {
        string base64 = Encoding.ASCII.GetString(request.Body);
        return _issued.GetOrAdd(base64, _ => Reply.Certificates(
            Authority.Issue(TestAuthority.KeyOf(Convert.FromBase64String(base64)), profile)));
    }

    /// <summary>A definition that points here and pins its roots.</summary>
    public DefinitionBuilder Describe() => new DefinitionBuilder(Origin)
        .Pin("server", TlsRoot.Certificate)
        .Pin("client", Authority.Certificate);

    /// <inheritdoc cref="Describe"/>
    public ServiceDefinition Define() => Describe().Build();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _server.Dispose();
        if (TlsRoot != TrustedRoot.Authority)
        {
            TlsRoot.Dispose();
        }

        Authority.Dispose();
    }

    private WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            // On a busy machine the client in this process is slow, and must not be hung up on.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
            {
                https.ServerCertificate = _server;
                https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                https.AllowAnyClientCertificate();
                https.HandshakeTimeout = TimeSpan.FromMinutes(10);
            }));
        });
        WebApplication application = builder.Build();
        application.Run(HandleAsync);
        return application;
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        string? authorization = context.Request.Headers.Authorization;
        var request = new RecordedRequest(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            authorization,
            context.Request.ContentLength,
            body.ToArray());
        _requests.Enqueue(request);
        Reply reply = _answers.TryGetValue(request.Operation, out Func<RecordedRequest, Reply>? answer)
            ? answer(request)
            : Reply.Text(404, "nothing here");
        await reply.WriteToAsync(context);
    }
}
