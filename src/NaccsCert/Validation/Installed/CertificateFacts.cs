using System;
using NaccsCert.Keys;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Validation.Installed;

/// <summary>What is found out about an installed certificate, once a command.</summary>
internal sealed record CertificateFacts
{
    /// <summary>SHA-256 of the DER certificate.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-1 of the DER certificate, as Windows shows it.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>The serial number in hexadecimal digits.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The first moment of validity (UTC).</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>The last moment of validity (UTC).</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Where it comes from.</summary>
    public required CertificateOrigin Origin { get; init; }

    /// <summary>What its key can do, found by one test signature.</summary>
    public required KeyState Key { get; init; }

    /// <summary>Its place in the store.</summary>
    public required int Place { get; init; }

    /// <summary>Whether it is archived: it stays with its key, and programs no longer offer it.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The certificate that it was seen to renew; null when none is known.</summary>
    public string? PreviousSha256 { get; init; }

    /// <summary>Whether the key signs.</summary>
    public bool KeySigns => Key == KeyState.Signs;

    /// <summary>Whether one can work with it at a moment.</summary>
    public bool IsUsable(DateTimeOffset now) => KeySigns && NotBefore <= now && now <= NotAfter;
}
