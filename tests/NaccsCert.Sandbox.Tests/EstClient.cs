using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

/// <summary>A client of the sandbox that trusts its TLS root and nothing else.</summary>
internal sealed class EstClient : IDisposable
{
    private readonly X509Certificate2 _root;
    private readonly HttpClient _http;

    public EstClient(SandboxProcess sandbox, X509Certificate2? clientCertificate = null, string label = "NACCSClientCA")
    {
        _root = X509CertificateLoader.LoadCertificateFromFile(sandbox.TlsRootPath);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { _root },
        };
        if (clientCertificate is not null)
        {
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(clientCertificate, null, offline: true);
        }

        handler.ConnectCallback = ConnectAsync;
        _http = new HttpClient(handler) { BaseAddress = new Uri(sandbox.Url, $"/.well-known/est/{label}/") };
    }

    public void Dispose()
    {
        _http.Dispose();
        _root.Dispose();
    }

    /// <summary>Comes from another address of this machine.</summary>
    public IPAddress? From { get; init; }

    /// <summary>Speaks HTTP/2.</summary>
    public bool IsHttp2
    {
        init
        {
            _http.DefaultRequestVersion = value ? HttpVersion.Version20 : HttpVersion.Version11;
            _http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        }
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Sends what is no operation of EST.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message) => _http.SendAsync(message, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> EnrollAsync(CodeSet? codes, byte[] request) =>
        SendAsync("simpleenroll", codes, new ByteArrayContent(Encoding.ASCII.GetBytes(Lines(request))));

    public Task<HttpResponseMessage> ReenrollAsync(byte[] request) =>
        SendAsync("simplereenroll", null, new ByteArrayContent(Encoding.ASCII.GetBytes(Lines(request))));

    public Task<HttpResponseMessage> SendAsync(string operation, CodeSet? codes, HttpContent body, string mediaType = "application/pkcs10")
    {
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        var message = new HttpRequestMessage(HttpMethod.Post, operation)
        {
            Content = body,
            Version = _http.DefaultRequestVersion,
            VersionPolicy = _http.DefaultVersionPolicy,
        };
        if (codes is not null)
        {
            string credentials = $"{codes.Code1}:{codes.Code2}{codes.Code3}";
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        }

        return _http.SendAsync(message, TestContext.Current.CancellationToken);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (From is not null)
            {
                socket.Bind(new IPEndPoint(From, 0));
            }

            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Lines(byte[] der) =>
        string.Concat(Convert.ToBase64String(der).Chunk(76).Select(line => new string(line) + "\r\n"));
}
