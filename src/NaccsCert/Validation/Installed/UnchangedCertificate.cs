using System;

namespace NaccsCert.Validation.Installed;

/// <summary>The result of an enrollment or renewal that leaves an installed certificate as it is.</summary>
internal static class UnchangedCertificate
{
    /// <summary>Makes the result.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="operation">What was asked for.</param>
    /// <param name="status">Why nothing was done.</param>
    /// <param name="reason">The same in the language of the session.</param>
    /// <param name="nextAttempt">When it is worth asking again; null for never.</param>
    public static EnrollmentResult Result(
        NaccsCertificate certificate,
        EnrollmentOperation operation,
        EnrollmentStatus status,
        string reason,
        DateTimeOffset? nextAttempt)
    {
        return new EnrollmentResult
        {
            Status = status,
            Operation = operation,
            Service = certificate.Service,
            Terminal = certificate.Terminal,
            Reason = reason,
            Changed = false,
            Thumbprint = certificate.Thumbprint,
            NotBefore = certificate.NotBefore,
            NotAfter = certificate.NotAfter,
            RenewalOpens = certificate.RenewalOpens,
            NextAttempt = nextAttempt,
        };
    }
}
