using System;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.Policy;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Issues certificates that last as long as the sandbox was told.</summary>
/// <param name="authority">The CA.</param>
/// <param name="validity">How long certificates last.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class CertificateIssuer(ClientAuthority authority, IsoDuration validity, TimeProvider clock)
{
    /// <summary>A client whose clock is this much behind can use its certificate at once.</summary>
    private static readonly TimeSpan ClockLeeway = TimeSpan.FromMinutes(1);

    /// <summary>Issues a certificate. It counts only once the ledger has it.</summary>
    /// <param name="subject">Its subject.</param>
    /// <param name="publicKey">Its public key.</param>
    /// <param name="publicKeyHash">By which the ledger knows the key.</param>
    /// <param name="revocation">Where its revocation can be asked about.</param>
    /// <param name="predecessor">When the certificate that it renews began; null for a first one.</param>
    public LedgerEntry Issue(
        X500DistinguishedName subject, PublicKey publicKey, byte[] publicKeyHash, RevocationAddresses revocation, DateTimeOffset? predecessor)
    {
        // A certificate has no fractions of seconds. A renewal begins later than what it renews, even within a second.
        DateTimeOffset notBefore = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() - ClockLeeway).ToUnixTimeSeconds());
        notBefore = predecessor >= notBefore ? predecessor.Value.AddSeconds(1) : notBefore;
        DateTimeOffset notAfter = validity.After(notBefore);
        using X509Certificate2 certificate = authority.Issue(subject, publicKey, (notBefore, notAfter), revocation);
        return new LedgerEntry(certificate.SerialNumber, publicKeyHash, notAfter, certificate.RawData, RevokedAt: null);
    }

    /// <summary>The subject of a terminal's first certificate.</summary>
    public static X500DistinguishedName SubjectOf(string terminal)
    {
        var builder = new X500DistinguishedNameBuilder();

        // The builder encodes in reverse, so this is O=..., CN=... on the wire.
        builder.AddCommonName(terminal);
        builder.AddOrganizationName("NaccsCert Sandbox");
        return builder.Build();
    }
}
