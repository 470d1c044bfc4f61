using System;

namespace NaccsCert.Terminals;

/// <summary>A certificate that is installed somewhere, by what was found there.</summary>
internal sealed record InstalledTerminal
{
    /// <summary>The logical terminal name.</summary>
    public required string Name { get; init; }

    /// <summary>What it was good for when it was looked at; null for a status that this module does not know.</summary>
    public required CertificateStatus? Status { get; init; }

    /// <summary>The last moment at which it is valid.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>The moment from which the service renews it; null where that is not told.</summary>
    public DateTimeOffset? RenewalOpens { get; init; }

    /// <summary>SHA-1 in hexadecimal digits; empty where that is not told.</summary>
    public string Thumbprint { get; init; } = string.Empty;

    /// <summary>The name of the service definition; empty where that is not told.</summary>
    public string Service { get; init; } = string.Empty;

    /// <summary>The computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The account; empty where that is not told.</summary>
    public string UserName { get; init; } = string.Empty;

    /// <summary>Computer and account, for people.</summary>
    public string Location => UserName.Length > 0 ? $"{ComputerName} ({UserName})" : ComputerName;

    /// <summary>What it is good for at a moment, which may be long after it was looked at.</summary>
    public CertificateStatus StatusAt(DateTimeOffset now) => Status switch
    {
        CertificateStatus.Superseded => CertificateStatus.Superseded,
        _ when now > NotAfter => CertificateStatus.Expired,
        CertificateStatus.KeyMissing or CertificateStatus.KeyUnusable or CertificateStatus.Unverified => Status.Value,
        _ when IsDue(now) => CertificateStatus.RenewalDue,
        _ => CertificateStatus.Valid,
    };

    private bool IsDue(DateTimeOffset now) => RenewalOpens is { } opens ? now >= opens : Status == CertificateStatus.RenewalDue;
}
