using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Messages.Signatures;
using NaccsCert.Services;
using NaccsCert.Stores;

namespace NaccsCert.Validation;

/// <summary>What the service issued, accepted only when it is what was asked for.</summary>
/// <param name="Certificate">The DER client certificate.</param>
/// <param name="Intermediates">The CA certificates between it and its root: those of the verified chain, and no others.</param>
/// <param name="Root">The DER root that it chains to.</param>
internal sealed record IssuedCertificate(byte[] Certificate, IReadOnlyList<byte[]> Intermediates, byte[] Root)
{
    /// <summary>The first second in which the certificate is valid, in UTC.</summary>
    public DateTimeOffset NotBefore { get; private init; }

    /// <summary>Whether the certificate begins later than clocks may be off, and is of no use before that.</summary>
    public bool IsNotYetValid { get; private init; }

    /// <summary>
    /// Reads an answer and holds it against the request: the public key is the requested one, the issuer is the
    /// definition's, client authentication is allowed, and the chain ends in a root of the service.
    /// </summary>
    /// <param name="response">The certs-only message (RFC 7030, section 4.2.3).</param>
    /// <param name="certificationRequest">The DER request.</param>
    /// <param name="caCertificates">What <c>/cacerts</c> gave.</param>
    /// <param name="definition">The service.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="source">Where it comes from, for errors; null for the service itself.</param>
    /// <returns>The accepted certificate.</returns>
    /// <exception cref="NaccsException">It differs from what was asked for; the identity says how.</exception>
    public static IssuedCertificate Verify(
        byte[] response,
        byte[] certificationRequest,
        IReadOnlyList<byte[]> caCertificates,
        ServiceDefinition definition,
        DateTimeOffset now,
        CertificateSource? source = null)
    {
        source ??= CertificateSource.ForService(definition);
        IReadOnlyList<byte[]> received = Read(response, source);
        byte[] requestedKey = CertificationRequest.PublicKeyOf(certificationRequest);
        byte[] issued = received.FirstOrDefault(der => PublicKeyParts.AreSame(PublicKeyOf(der, source), requestedKey))
            ?? throw new NaccsException(ErrorId.ResponseKeyMismatch, source.Name);

        using X509Certificate2 certificate = Load(issued, source);
        string issuer = Certificates.SimpleName(certificate, forIssuer: true);
        if (issuer != definition.Issuer)
        {
            throw new NaccsException(source.IssuerMismatch, source.Name, definition.Issuer, issuer);
        }

        var check = ClientCertificateCheck.Evaluate(issued, requestedKey, now);
        switch (check.Problem)
        {
            case null or ClientCertificateProblem.Expired:
                // What has ended is said with the chain that it ended in.
                return Chain(certificate, check, received, caCertificates, definition, now, source);
            case ClientCertificateProblem.Unreadable:
                throw new NaccsException(source.Unreadable, source.Name, nameof(ClientCertificateProblem.Unreadable));
            default:
                throw new NaccsException(source.UsageInvalid, source.Name);
        }
    }

    /// <summary>Whether a certificate carries the public key of a request.</summary>
    /// <param name="certificate">The DER certificate.</param>
    /// <param name="certificationRequest">The DER request.</param>
    public static bool CarriesKeyOf(byte[] certificate, byte[] certificationRequest) =>
        PublicKeyParts.AreSame(PublicKeyOf(certificate, CertificateSource.ForFile(string.Empty)), CertificationRequest.PublicKeyOf(certificationRequest));

    private static IReadOnlyList<byte[]> Read(byte[] response, CertificateSource source)
    {
        try
        {
            return CertsOnlyMessage.Parse(response);
        }
        catch (MessageFormatException exception)
        {
            throw new NaccsException(source.Unreadable, source.Name, exception, exception.Message);
        }
    }

    private static IssuedCertificate Chain(
        X509Certificate2 certificate,
        ClientCertificateCheck check,
        IReadOnlyList<byte[]> received,
        IReadOnlyList<byte[]> caCertificates,
        ServiceDefinition definition,
        DateTimeOffset now,
        CertificateSource source)
    {
        using var loaded = new DisposableList<X509Certificate2>(
        [
            .. received.Concat(caCertificates).Select(der => Load(der, source)),
        ]);
        IEnumerable<X509Certificate2> authorities = loaded.Where(other => !Same(other, certificate));
        IEnumerable<X509Certificate2> roots = loaded.Skip(received.Count)
            .Where(ChainValidator.SelfIssued)
            .Where(root => Pinned(root, definition));

        // What begins later is judged for the moment in which it begins, and said to be of use from then on only.
        DateTimeOffset time = now < check.NotBefore ? check.NotBefore : now;
        ChainResult verdict = ChainValidator.Validate(
            certificate, authorities, roots, ChainValidator.ClientAuthentication, time);
        if (verdict.Failure is { } failure)
        {
            throw new NaccsException(source.ChainInvalid, source.Name, failure);
        }

        return new IssuedCertificate(
            certificate.RawData,
            [.. verdict.Intermediates],
            verdict.Path[verdict.Path.Count - 1])
        {
            NotBefore = check.NotBefore,
            IsNotYetValid = check.IsNotYetValid,
        };
    }

    // Where the definition pins no root for client certificates, what came over pinned TLS is believed (RFC 7030, 4.1.1).
    private static bool Pinned(X509Certificate2 root, ServiceDefinition definition) =>
        !definition.PinsClientRoots || definition.PinsClientRoot(Fingerprint.Sha256(root.RawData));

    private static byte[] PublicKeyOf(byte[] certificate, CertificateSource source)
    {
        try
        {
            return CertificateParts.Parse(certificate).PublicKeyInfo;
        }
        catch (FormatException exception)
        {
            throw new NaccsException(source.Unreadable, source.Name, exception, exception.Message);
        }
    }

    private static X509Certificate2 Load(byte[] certificate, CertificateSource source)
    {
        try
        {
            return Certificates.Load(certificate);
        }
        catch (CryptographicException exception)
        {
            throw new NaccsException(source.Unreadable, source.Name, exception, exception.Message);
        }
    }

    private static bool Same(X509Certificate2 one, X509Certificate2 other) => one.RawData.SequenceEqual(other.RawData);
}
