using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.Tests.Support;

/// <summary>Serves SCEP (RFC 8894) on the loopback interface: as the standard has it until a test sets other answers.</summary>
internal sealed class FakeScepServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly TestAuthority _tlsRoot = new("Fake TLS Root");
    private readonly ServerIdentity _identity;
    private HttpTestServer? _server;

    private FakeScepServer()
    {
        _identity = ServerIdentity.Issue(_tlsRoot, "127.0.0.1");
        Answer = exchange => Issue(exchange);
        CACertificates = () => new Reply(200, Authority.Certificate.RawData, "application/x-x509-ca-cert");
    }

    /// <summary>The CA. Its name has no common name, as that of Debian's server.</summary>
    public ScepAuthority Authority { get; } = new("OU=NACCS Client CA, O=Fake, C=JP");

    /// <summary>The one who signs answers and reads messages: the CA, until a test sets an RA.</summary>
    public X509Certificate2? Registrar { get; set; }

    /// <summary>The answer to GetCACaps.</summary>
    public string Capabilities { get; set; } = "POSTPKIOperation\nRenewal\nSHA-256\nAES\n";

    /// <summary>The answer to GetCACert.</summary>
    public Func<Reply> CACertificates { get; set; }

    /// <summary>Answers a message.</summary>
    public Func<ScepExchange, Reply> Answer { get; set; }

    /// <summary>Answers a message that CA or RA cannot read; null where none is expected.</summary>
    public Func<byte[], Reply>? Unreadable { get; set; }

    /// <summary>The messages so far, in their order.</summary>
    public IReadOnlyList<byte[]> Messages => [.. _requests.Where(request => request.Path.Contains("PKIOperation", StringComparison.Ordinal)).Select(MessageIn)];

    private X509Certificate2 Recipient => Registrar ?? Authority.Certificate;

    /// <summary>Starts a server.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <param name="isPlain">Whether it serves without TLS.</param>
    public static async Task<FakeScepServer> StartAsync(CancellationToken cancellationToken, bool isPlain = false)
    {
        var server = new FakeScepServer();
        server._server = await HttpTestServer.StartAsync(isPlain ? null : server._identity, server.HandleAsync, cancellationToken);
        return server;
    }

    /// <summary>Describes it.</summary>
    public DefinitionBuilder Describe() => new DefinitionBuilder(_server!.Origin)
        .With(json => json["enrollment"] = new System.Text.Json.Nodes.JsonObject
        {
            ["protocol"] = "scep",
            ["url"] = new Uri(_server.Origin, "/scep").AbsoluteUri,
            ["challengePassword"] = "{code1}-{code2}{code3}",
        })
        .Pin("server", _tlsRoot.Certificate)
        .Pin("client", Authority.Certificate);

    /// <inheritdoc cref="Describe"/>
    public ServiceDefinition Define() => Describe().Build();

    /// <summary>Reads a message.</summary>
    public ScepExchange Read(byte[] message) => new(message, Recipient);

    /// <summary>Grants a certificate.</summary>
    /// <param name="exchange">The message.</param>
    /// <param name="change">What is other than the standard has it.</param>
    public Reply Issue(ScepExchange exchange, Func<ScepReply, ScepReply>? change = null)
    {
        X509Certificate2 granted = Authority.Issue(exchange.Request.SubjectName, exchange.Request.PublicKey);
        ScepReply reply = ScepReply.To(exchange, "0") with { Granted = granted };
        return Send((change ?? (same => same))(reply).Sign(Recipient, exchange.Signer));
    }

    /// <summary>Grants to a poll what was asked for before it.</summary>
    public Reply Issue(ScepExchange poll, ScepExchange asked) =>
        Say(ScepReply.To(poll, "0") with { Granted = Authority.Issue(asked.Request.SubjectName, asked.Request.PublicKey) }, poll);

    /// <summary>Rejects a message that only another could read.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reader">The certificate, with its key, of the one who could.</param>
    /// <param name="failInfo">The failInfo.</param>
    public Reply Reject(byte[] message, X509Certificate2 reader, string failInfo)
    {
        var exchange = new ScepExchange(message, reader);
        return Say(ScepReply.To(exchange, "2") with { FailInfo = failInfo }, exchange);
    }

    /// <summary>Sends a message.</summary>
    public static Reply Send(byte[] message) => new(200, message, "application/x-pki-message");

    /// <summary>Says how it went.</summary>
    public Reply Say(ScepReply reply, ScepExchange exchange) => Send(reply.Sign(Recipient, exchange.Signer));

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _identity.Dispose();
        _tlsRoot.Dispose();
        Authority.Dispose();
        Registrar?.Dispose();
    }

    private static byte[] MessageIn(RecordedRequest request) => request.Method == "POST"
        ? request.Body
        : Convert.FromBase64String(Uri.UnescapeDataString(request.Path[(request.Path.IndexOf("message=", StringComparison.Ordinal) + 8)..]));

    private Reply AnswerTo(byte[] message)
    {
        ScepExchange exchange;
        try
        {
            exchange = Read(message);
        }
        catch (CryptographicException) when (Unreadable is not null)
        {
            return Unreadable(message);
        }

        return Answer(exchange);
    }

    private Task<Reply> HandleAsync(RecordedRequest request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request);
        string operation = request.Path.Split("operation=")[^1].Split('&')[0];
        return Task.FromResult(operation switch
        {
            "GetCACaps" => new Reply(200, Encoding.ASCII.GetBytes(Capabilities)),
            "GetCACert" => CACertificates(),
            _ => AnswerTo(MessageIn(request)),
        });
    }
}
