using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Authority;

/// <summary>A certificate that is to be issued.</summary>
/// <param name="Name">Whom it is for.</param>
/// <param name="PublicKey">Its key.</param>
/// <param name="LedgerKey">By which the ledger knows the key.</param>
/// <param name="Revocation">Where its revocation can be asked about.</param>
/// <param name="Predecessor">The dates of the certificate that it renews; null for a first one.</param>
internal sealed record CertificateOrder(
    TerminalName Name, PublicKey PublicKey, byte[] LedgerKey, RevocationAddresses Revocation, CertificatePeriod? Predecessor);
