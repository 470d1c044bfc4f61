using NaccsCert.Transport;


namespace NaccsCert.Enrollment;

/// <summary>What the user may choose about a certificate.</summary>
internal sealed record EnrollmentOptions
{
    /// <summary>The kind of key; null for what the service wants, else the kind of the certificate that is renewed, else RSA 2048.</summary>
    public KeyAlgorithm? KeyAlgorithm { get; init; }

    /// <summary>The key storage provider; null for the platform's software provider.</summary>
    public string? KeyStorageProvider { get; init; }

    /// <summary>Whether the key may be exported later.</summary>
    public bool Exportable { get; init; }

    /// <summary>The friendly name in the store; empty for that of the certificate that is renewed, or none.</summary>
    public string FriendlyName { get; init; } = string.Empty;

    /// <summary>The store for the certificate.</summary>
    public string StoreName { get; init; } = "My";

    /// <summary>Whether an enrollment that is resumed changes to <see cref="StoreName"/>; else it stays with the store that it was begun with.</summary>
    public bool ChangesStore { get; init; }

    /// <summary>How faults that may pass are tried again.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.None;

    /// <summary>What becomes of the root of the client certificate.</summary>
    public RootCAHandling RootCA { get; init; }

    /// <summary>Whether the certificate that is renewed stays in use; else it is archived once the new one has been tested.</summary>
    public bool KeepsPrevious { get; init; }

    /// <summary>
    /// Whether a file is imported whose certificate is of unverified origin, and codes are sent that have given a certificate before.
    /// </summary>
    public bool Force { get; init; }
}
