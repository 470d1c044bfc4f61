using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace NaccsCert.TestSupport.Servers;

/// <summary>Answers HTTPS or HTTP requests on the loopback interface with a function.</summary>
internal sealed class HttpTestServer : IAsyncDisposable
{
    private readonly Func<RecordedRequest, CancellationToken, Task<Reply>> _answer;
    private readonly WebApplication _application;

    private HttpTestServer(
        ServerIdentity? identity, Func<RecordedRequest, CancellationToken, Task<Reply>> answer, Action<HttpsConnectionAdapterOptions>? tls)
    {
        _answer = answer;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Configure(kestrel, identity, tls));
        _application = builder.Build();
        _application.Run(HandleAsync);
    }

    /// <summary>The root of its addresses, for example <c>https://127.0.0.1:PORT/</c>.</summary>
    public Uri Origin => new(_application.Urls.First());

    /// <summary>Starts a server.</summary>
    /// <param name="identity">Its TLS certificate, which the caller keeps and disposes of; null to serve without TLS.</param>
    /// <param name="answer">Answers one request. It may be called for several requests at once.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <param name="tls">Changes its TLS, which takes any client certificate and needs none; null to leave it so.</param>
    public static async Task<HttpTestServer> StartAsync(
        ServerIdentity? identity,
        Func<RecordedRequest, CancellationToken, Task<Reply>> answer,
        CancellationToken cancellationToken,
        Action<HttpsConnectionAdapterOptions>? tls = null)
    {
        var server = new HttpTestServer(identity, answer, tls);
        await server._application.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void Configure(
        KestrelServerOptions kestrel, ServerIdentity? identity, Action<HttpsConnectionAdapterOptions>? tls)
    {
        // On a busy machine the client is slow, and must not be disconnected for that.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        if (identity is null)
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            return;
        }

        kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = identity.Certificate;
            https.ServerCertificateChain = identity.Chain;
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
            https.HandshakeTimeout = TimeSpan.FromMinutes(10);
            tls?.Invoke(https);
        }));
    }

    private async Task HandleAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        var fields = request.Headers.ToDictionary(
            field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.OfType<string>()], StringComparer.OrdinalIgnoreCase);
        Reply reply = await _answer(
            new RecordedRequest(request.Method, request.Path + request.QueryString, fields, body.ToArray()), context.RequestAborted);
        await reply.WriteToAsync(context);
    }
}
