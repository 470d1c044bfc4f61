using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.IO;
using NaccsCert.Messages;
using NaccsCert.Messages.Files;
using NaccsCert.Services;
using NaccsCert.Transport;
using NaccsCert.Transport.Protocols;

namespace NaccsCert.Validation.Roots;

/// <summary>Where roots come from. Whatever the source, a root is given out only if it is self-signed, and from files and definitions only if it is pinned.</summary>
internal static class RootCASource
{
    /// <summary>The root of an anchor that the definition pins.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="definition">The service.</param>
    /// <returns>The DER root; null when the definition has only its pin.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.RootNotSelfSigned"/>.</exception>
    public static byte[]? FromAnchor(TrustAnchor anchor, ServiceDefinition definition) =>
        anchor.Certificate is { } der ? Require(der, definition) : null;

    /// <summary>The certificates in a file (manual 9.2: <c>scrca2.txt</c>), of which each is to be held against the pins.</summary>
    /// <param name="path">A file in any form, with one certificate or several.</param>
    /// <returns>The file with its certificates, at least one; <see cref="Require"/> tells which are roots.</returns>
    /// <exception cref="NaccsException">The file cannot be read; see <see cref="BoundedFile.Read"/> and <see cref="CertificateFile.Read"/>.</exception>
    public static CertificateFile FromFile(string path) => CertificateFile.ReadCertificates(BoundedFile.Read(path), path);

    /// <summary>The roots among the CA certificates that the service hands out (RFC 7030, section 4.1).</summary>
    /// <param name="definition">The service.</param>
    /// <param name="clients">Makes HTTP clients.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The DER roots, each self-signed, pinned or not.</returns>
    /// <exception cref="NaccsException">The service cannot be asked.</exception>
    public static async Task<IReadOnlyList<byte[]>> FromServiceAsync(
        ServiceDefinition definition, HttpClientFactory clients, CancellationToken cancellationToken)
    {
        using PinnedHttpClient httpClient = clients.Create(definition.ServerAnchors, definition.Network);
        IReadOnlyList<byte[]> authorities = await EnrollmentProtocols.Open(definition, httpClient, clients.Clock)
            .GetCACertificatesAsync(cancellationToken).ConfigureAwait(false);
        return [.. authorities.Where(CertificateSignature.IsSelfSigned)];
    }

    /// <summary>The name of a root for people.</summary>
    /// <param name="root">The DER root.</param>
    /// <returns>Its common name, or what it has instead: RootCA2 has only an organisational unit.</returns>
    public static string NameOf(byte[] root)
    {
        using X509Certificate2 certificate = Certificates.Load(root);
        return NameOf(certificate);
    }

    /// <inheritdoc cref="NameOf(byte[])"/>
    public static string NameOf(X509Certificate2 root) =>
        ForeignText.ToMessage(Certificates.SimpleName(root, forIssuer: false));

    /// <summary>Whether the definition pins a certificate.</summary>
    /// <param name="der">The DER certificate.</param>
    /// <param name="definition">The service.</param>
    /// <returns>Whether its SHA-256 is one of the pins.</returns>
    public static bool IsPinned(byte[] der, ServiceDefinition definition)
    {
        string sha256 = Fingerprint.Sha256(der);
        return definition.TrustAnchors.Any(anchor => anchor.Sha256 == sha256);
    }

    /// <summary>Requires that a certificate is a root, and pinned.</summary>
    /// <param name="der">The DER certificate.</param>
    /// <param name="definition">The service whose pins count.</param>
    /// <returns>The same certificate.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.RootNotSelfSigned"/> or <see cref="ErrorId.RootPinMismatch"/>.</exception>
    public static byte[] Require(byte[] der, ServiceDefinition definition)
    {
        using X509Certificate2 certificate = Certificates.Load(der);
        string name = Certificates.SimpleName(certificate, forIssuer: false);
        if (!CertificateSignature.IsSelfSigned(der))
        {
            throw new NaccsException(ErrorId.RootNotSelfSigned, name, certificate.Issuer);
        }

        return IsPinned(der, definition)
            ? der
            : throw new NaccsException(ErrorId.RootPinMismatch, name, Fingerprint.Sha256(der));
    }
}
