using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using NaccsCert.TestSupport;

namespace NaccsCert.Durability.Faults;

/// <summary>Stands before the sandbox with the sandbox's own TLS certificate, passes requests on, and lies about one of them.</summary>
internal sealed class FakeProxy : IAsyncDisposable
{
    private readonly SandboxProcess _sandbox;
    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _server;
    private readonly WebApplication _application;
    private readonly Forger _liar;
    private Upstream _upstream;
    private Forgery? _forgery;
    private int _told;

    private FakeProxy(SandboxProcess sandbox, byte[] foreign)
    {
        _sandbox = sandbox;
        _liar = new Forger(foreign);
        _root = X509CertificateLoader.LoadCertificateFromFile(sandbox.TlsRootPath);
        _server = X509Certificate2.CreateFromPemFile(
            Path.Combine(sandbox.DataDirectory, "tls-server.pem"), Path.Combine(sandbox.DataDirectory, "tls-server.key"));
        _upstream = new Upstream(sandbox.Url, _root, null);
        _application = Build();
    }

    /// <summary>Where to connect to.</summary>
    public Uri Origin => new(_application.Urls.First());

    /// <summary>Whether the lie of this run has been told.</summary>
    public bool HasStruck => Volatile.Read(ref _told) > 0;

    /// <summary>Starts it.</summary>
    /// <param name="sandbox">The service behind it.</param>
    /// <param name="foreign">The DER certificate of somebody else.</param>
    public static async Task<FakeProxy> StartAsync(SandboxProcess sandbox, byte[] foreign)
    {
        var proxy = new FakeProxy(sandbox, foreign);
        await proxy._application.StartAsync();
        return proxy;
    }

    /// <summary>Begins a new run.</summary>
    /// <param name="forgery">Its lie; null for none.</param>
    /// <param name="clientCertificate">The certificate, with its key, that the client signs in with; null for none.</param>
    public void StartRun(Forgery? forgery, X509Certificate2? clientCertificate)
    {
        _upstream.Dispose();
        _upstream = new Upstream(_sandbox.Url, _root, clientCertificate);
        _forgery = forgery;
        Volatile.Write(ref _told, 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _upstream.Dispose();
        _server.Dispose();
        _root.Dispose();
    }

    private WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
            {
                https.ServerCertificate = _server;
                https.ServerCertificateChain = [_root];
                https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                https.AllowAnyClientCertificate();
            })));
        WebApplication application = builder.Build();
        application.Run(HandleAsync);
        return application;
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (IsAbout(context.Request) is { AfterService: false } before)
        {
            await WriteAsync(context, Told(before.Lie, []));
            return;
        }

        Answer truth = await _upstream.AskAsync(context.Request, body.ToArray(), context.RequestAborted);
        await WriteAsync(context, truth.Status == 200 && IsAbout(context.Request) is { } after ? Told(after.Lie, truth.Body) : truth);
    }

    private Forgery? IsAbout(HttpRequest request) =>
        _forgery is { } forgery
        && request.Path.Value!.EndsWith("/" + forgery.Operation, StringComparison.Ordinal)
        && Volatile.Read(ref _told) < forgery.Times
            ? forgery
            : null;

    private Answer? Told(Lie lie, byte[] truth)
    {
        Interlocked.Increment(ref _told);
        return _liar.Tell(lie, truth);
    }

    private static async Task WriteAsync(HttpContext context, Answer? answer)
    {
        if (answer is null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Fields)
        {
            context.Response.Headers.Append(name, value);
        }

        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}
