using System;

namespace NaccsCert.Sandbox.State;

/// <summary>What the ledger knows about a certificate.</summary>
/// <param name="IsKnown">Whether it was issued here.</param>
/// <param name="RevokedAt">When it was revoked, or null.</param>
internal readonly record struct CertificateState(bool IsKnown, DateTimeOffset? RevokedAt);
