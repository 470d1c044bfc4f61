using System;
using System.Linq;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Ocsp;

/// <summary>Answers from the ledger, signed by the client CA itself (RFC 6960 section 4.2.2.2).</summary>
/// <param name="authority">The CA.</param>
/// <param name="ledger">What it issued and revoked.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class OcspResponder(ClientAuthority authority, Ledger ledger, TimeProvider clock)
{
    /// <summary>Answers a request.</summary>
    /// <param name="content">The request, DER.</param>
    /// <returns>The response, DER.</returns>
    public byte[] Answer(byte[] content)
    {
        if (!OcspRequest.TryRead(content, out OcspRequest? request))
        {
            return OcspResponse.Malformed;
        }

        byte[] toBeSigned = OcspResponse.ToBeSigned(
            authority.Certificate,
            request.Certificates.Select(certificate => (certificate, StateOf(certificate))),
            request.Nonce,
            clock.GetUtcNow());
        return OcspResponse.Signed(toBeSigned, authority.Sign(toBeSigned));
    }

    private CertificateState StateOf(CertificateId certificate) =>
        certificate.IsOf(authority.Certificate) ? ledger.StateOf(certificate.Serial) : default;
}
