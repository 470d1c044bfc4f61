using System;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.TestSupport.Certificates;

/// <summary>What a <see cref="TestAuthority"/> puts into a client certificate.</summary>
internal sealed record ClientProfile
{
    /// <summary>The terminal, which is the common name.</summary>
    public string Terminal { get; init; } = "1FAKE01";

    /// <summary>The extended key usage; null for none.</summary>
    public string? Usage { get; init; } = "1.3.6.1.5.5.7.3.2";

    /// <summary>An extension that says anything at all; null for none.</summary>
    public X509Extension? Extension { get; init; }

    /// <summary>The beginning of the validity.</summary>
    public DateTimeOffset NotBefore { get; init; } = DateTimeOffset.UtcNow.AddMinutes(-1);

    /// <summary>The end of the validity.</summary>
    public DateTimeOffset NotAfter { get; init; } = DateTimeOffset.UtcNow.AddDays(20);

    /// <summary>Where the revocation list is; null for nowhere.</summary>
    public Uri? RevocationList { get; init; }

    /// <summary>Where the OCSP responder is; null for nowhere.</summary>
    public Uri? Responder { get; init; }
}
