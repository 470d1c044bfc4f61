using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Services;
using NaccsCert.Shims;
using NaccsCert.Time;
using NaccsCert.Trust;

namespace NaccsCert.Http;

/// <summary>
/// Decides whether a TLS server is one of the service's: its name fits, and its chain ends in a root that the
/// definition pins (RFC 7030, section 3.6.1, an explicit trust anchor database). The system's trust is not enough.
/// </summary>
/// <param name="anchors">The pinned roots; those for servers count.</param>
/// <param name="clock">The time for which chains must be valid.</param>
internal sealed class ServerTrust(IEnumerable<TrustAnchor> anchors, IClock clock)
{
    private readonly TrustAnchor[] _anchors = [.. anchors.Where(anchor => anchor.Purpose == TrustAnchorPurpose.Server)];

    /// <summary>Judges a server's certificate.</summary>
    /// <param name="certificate">The server's certificate; null when it sent none.</param>
    /// <param name="chain">What the server sent along, and what the platform made of it.</param>
    /// <param name="errors">The platform's findings, of which the mismatch of the name counts.</param>
    /// <returns>The verdict.</returns>
    public ServerVerdict Judge(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return new ServerVerdict(null, string.Empty, "no certificate");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return new ServerVerdict(null, certificate.Issuer, "RemoteCertificateNameMismatch");
        }

        X509Certificate2[] sent = chain is null
            ? []
            :
            [
                .. chain.ChainPolicy.ExtraStore.Cast<X509Certificate2>(),
                .. chain.ChainElements.Cast<X509ChainElement>().Select(element => element.Certificate),
            ];
        ChainVerdict verdict = ChainValidator.Validate(
            certificate, sent, Roots(sent), ChainValidator.ServerAuthentication, clock.UtcNow);
        return new ServerVerdict(
            _anchors.FirstOrDefault(anchor => anchor.Sha256 == verdict.Root), certificate.Issuer, verdict.Failure);
    }

    // An anchor of which the definition has only the pin is taken from what the server or the platform brought.
    private IEnumerable<X509Certificate2> Roots(X509Certificate2[] sent) =>
        _anchors
            .Select(anchor => anchor.Certificate is { } der
                ? Certificates.Load(der)
                : sent.FirstOrDefault(certificate => Fingerprint.Sha256(certificate.RawData) == anchor.Sha256))
            .OfType<X509Certificate2>();
}
