using System;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Issues client certificates.</summary>
/// <param name="authority">Signs them.</param>
/// <param name="dating">Dates them.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class CertificateIssuer(ClientAuthority authority, Dating dating, TimeProvider clock)
{
    /// <summary>Issues a certificate. It counts only once the ledger has it.</summary>
    public LedgerEntry Issue(CertificateOrder order)
    {
        CertificatePeriod period = dating.At(clock.GetUtcNow(), order.Predecessor);
        using X509Certificate2 certificate = authority.Issue(order, period);
        return new LedgerEntry(certificate.SerialNumber, order.LedgerKey, period.NotAfter, certificate.RawData, RevokedAt: null);
    }
}
