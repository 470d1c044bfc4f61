using System;

namespace NaccsCert.Sandbox.State;

/// <summary>An issued certificate as the ledger has it.</summary>
/// <param name="Serial">Serial number, upper-case hexadecimal.</param>
/// <param name="PublicKey">SHA-256 of its subject public key info.</param>
/// <param name="NotAfter">The end of its validity.</param>
/// <param name="Encoded">The certificate, DER.</param>
/// <param name="RevokedAt">When it was revoked, or null.</param>
internal sealed record LedgerEntry(string Serial, byte[] PublicKey, DateTimeOffset NotAfter, byte[] Encoded, DateTimeOffset? RevokedAt);
