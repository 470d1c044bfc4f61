using System;

namespace NaccsCert;

/// <summary>What is to be done about a certificate, and when; the answer of <c>Get-NaccsRenewalPlan</c>. All times are UTC.</summary>
public sealed record RenewalPlan : OperationResult
{
    /// <summary>What is to be done.</summary>
    public required RenewalPlanStatus Status { get; init; }

    /// <summary>The logical terminal name.</summary>
    public required string Terminal
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The status under which the certificate is listed.</summary>
    public required CertificateStatus CertificateStatus { get; init; }

    /// <summary>Whole days until the end of validity.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>The last moment at which the certificate is valid.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>The moment from which the service renews it.</summary>
    public required DateTimeOffset RenewalOpens { get; init; }

    /// <summary>The moment from which it is renewed silently, the same whenever it is asked for; null when the user renews.</summary>
    public required DateTimeOffset? SilentRenewal { get; init; }

    /// <summary>The name of the service definition.</summary>
    public required string Service { get; init; }

    /// <summary>The plan on one line.</summary>
    public override string ToString() => $"{Status}: {Terminal}: {Reason}";
}
