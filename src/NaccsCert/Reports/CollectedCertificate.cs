using System;

namespace NaccsCert.Reports;

/// <summary>What a report says about a certificate. All texts can stand in a message; what is empty or null the file does not say.</summary>
internal sealed record CollectedCertificate
{
    /// <summary>The logical terminal name.</summary>
    public required string Terminal { get; init; }

    /// <summary>What it adds to the compliance of its user, by name.</summary>
    public required string CodeName { get; init; }

    /// <summary>The same; null for a name that this module does not know.</summary>
    public ComplianceCode? Code => EnumNames.Find<ComplianceCode>(CodeName);

    /// <summary>What the certificate was good for, by name.</summary>
    public required string StatusName { get; init; }

    /// <summary>The same; null for a name that this module does not know.</summary>
    public CertificateStatus? Status => EnumNames.Find<CertificateStatus>(StatusName);

    /// <summary>The name of the service definition.</summary>
    public required string Service { get; init; }

    /// <summary>SHA-1 in upper-case hexadecimal digits.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>The last moment at which it is valid (UTC).</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>The moment from which the service renews it (UTC).</summary>
    public DateTimeOffset? RenewalOpens { get; init; }

    /// <summary>The moment from which it is renewed silently (UTC); null when the user renews.</summary>
    public DateTimeOffset? SilentRenewal { get; init; }
}
