using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>
/// Makes answers of SCEP that the service did not give, most of them signed by its own registration authority: what is wrong with
/// them is not the signature.
/// </summary>
internal sealed class ScepForger : IDisposable
{
    private const string Granted = "0";
    private const string Rejected = "2";
    private const string Waiting = "3";
    private const string BadRequest = "2";

    private static readonly (string, string)[] Later = [("Retry-After", "1")];

    private readonly X509Certificate2 _registrar;
    private readonly X509Certificate2 _foreign;
    private readonly byte[] _issuer;

    /// <summary>Takes the key of the registration authority out of the sandbox's folder.</summary>
    /// <param name="sandbox">The service.</param>
    /// <param name="foreign">The DER certificate of another client.</param>
    public ScepForger(SandboxProcess sandbox, byte[] foreign)
    {
        string path = Path.Combine(sandbox.DataDirectory, "client-ra");
        _registrar = X509Certificate2.CreateFromPemFile(path + ".pem", path + ".key");
        _foreign = X509CertificateLoader.LoadCertificate(foreign);
        using X509Certificate2 issuer = X509CertificateLoader.LoadCertificateFromFile(sandbox.ClientCaPath);
        _issuer = issuer.RawData;
    }

    /// <summary>What can be forged in answer to an operation, beside what any protocol has.</summary>
    /// <param name="operation">What the query calls it.</param>
    public static IReadOnlyList<ForgedResponse> For(string operation) => operation switch
    {
        "GetCACert" => [ForgedResponse.WithoutRegistrar],
        "PKIOperation" =>
        [
            ForgedResponse.OtherTransaction, ForgedResponse.OtherNonce, ForgedResponse.OtherKey, ForgedResponse.UnsignedRejection,
            ForgedResponse.SignedPending,
        ],
        _ => [],
    };

    /// <summary>Makes an answer.</summary>
    /// <param name="forged">Which one.</param>
    /// <param name="request">What it answers.</param>
    public Reply Forge(ForgedResponse forged, RecordedRequest request)
    {
        if (forged == ForgedResponse.WithoutRegistrar)
        {
            return new Reply(200, _issuer, "application/x-x509-ca-cert");
        }

        var exchange = new ScepExchange(request.Body, _registrar);
        ScepReply grant = ScepReply.To(exchange, Granted) with { Granted = _foreign };
        switch (forged)
        {
            case ForgedResponse.OtherTransaction:
                return Send(grant with { TransactionId = Guid.NewGuid().ToString("N") }, _registrar, exchange);
            case ForgedResponse.OtherNonce:
                return Send(grant with { RecipientNonce = RandomNumberGenerator.GetBytes(16) }, _registrar, exchange);
            case ForgedResponse.OtherKey:
                return Send(grant, _registrar, exchange);
            case ForgedResponse.UnsignedRejection:
                using (X509Certificate2 stranger = Stranger())
                {
                    return Send(ScepReply.To(exchange, Rejected) with { FailInfo = BadRequest }, stranger, exchange);
                }

            default:
                return Send(ScepReply.To(exchange, Waiting), _registrar, exchange) with { Fields = Later };
        }
    }

    public void Dispose()
    {
        _registrar.Dispose();
        _foreign.Dispose();
    }

    // Named as the registration authority is.
    private X509Certificate2 Stranger()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(_registrar.SubjectName, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static Reply Send(ScepReply reply, X509Certificate2 signer, ScepExchange exchange) =>
        new(200, reply.Sign(signer, exchange.Signer), "application/x-pki-message");
}
