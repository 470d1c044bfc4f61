using System;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.Policy;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Issues certificates that begin now and last as long as the sandbox was told.</summary>
/// <param name="authority">The CA.</param>
/// <param name="validity">How long certificates last.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class CertificateIssuer(ClientAuthority authority, IsoDuration validity, TimeProvider clock)
{
    /// <summary>Issues a certificate. It counts only once the ledger has it.</summary>
    public LedgerEntry Issue(X500DistinguishedName subject, PublicKey publicKey, byte[] publicKeyHash, Uri revocationList)
    {
        // A certificate has no fractions of seconds.
        DateTimeOffset notBefore = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        DateTimeOffset notAfter = validity.After(notBefore);
        using X509Certificate2 certificate = authority.Issue(subject, publicKey, (notBefore, notAfter), revocationList);
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
