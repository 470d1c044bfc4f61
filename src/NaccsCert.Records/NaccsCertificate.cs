using System;

namespace NaccsCert;

/// <summary>A client certificate in the user's store, as <c>Get-NaccsCertificate</c> shows it. All times are UTC.</summary>
public sealed record NaccsCertificate
{
    /// <summary>What the certificate is good for now.</summary>
    public required CertificateStatus Status { get; init; }

    /// <summary>Why it has that status, in the language of the session.</summary>
    public required string Reason
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The logical terminal name (論理端末名): the common name of the subject.</summary>
    public required string Terminal
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>SHA-1 of the certificate in upper-case hexadecimal digits, as Windows shows it.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>The subject's distinguished name.</summary>
    public required string Subject
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The issuer's common name.</summary>
    public required string Issuer
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The serial number in hexadecimal digits.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The first moment at which the certificate is valid.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>The last moment at which the certificate is valid.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>The moment from which the service renews it (manual 1.2: 28 days before the end).</summary>
    public required DateTimeOffset RenewalOpens { get; init; }

    /// <summary>Whole days until <see cref="NotAfter"/>, negative once it has passed.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>The kind and size of the public key, for example <c>RSA 2048</c>.</summary>
    public required string KeyAlgorithm { get; init; }

    /// <summary>The key storage provider that holds the private key; empty when there is no key.</summary>
    public required string KeyProvider { get; init; }

    /// <summary>The friendly name in the store; empty where the platform has none.</summary>
    public required string FriendlyName
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The name of the service definition by which it was found.</summary>
    public required string Service { get; init; }

    /// <summary>The store within the current user's stores, normally <c>My</c>.</summary>
    public required string StoreName { get; init; }

    /// <summary>
    /// Whether it is archived: it stays in the store with its key, and browsers no longer offer it (<c>Restore-NaccsCertificate</c>
    /// brings it back).
    /// </summary>
    public bool Archived { get; init; }

    /// <summary>The certificate on one line.</summary>
    public override string ToString() => $"{Status}: {Terminal}: {Reason}";
}
