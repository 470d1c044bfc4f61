using System.Collections.Generic;

namespace NaccsCert.Validation.Installed;

/// <summary>
/// The order in which certificates are listed: first what stops a terminal, then what will, and last what is nobody's concern any
/// more. What is equally urgent comes by terminal, then by the end of its validity.
/// </summary>
internal sealed class CertificateUrgency : IComparer<NaccsCertificate>
{
    /// <summary>The one order.</summary>
    public static CertificateUrgency Comparer { get; } = new();

    /// <inheritdoc/>
    public int Compare(NaccsCertificate? x, NaccsCertificate? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        int order = Rank(x.Status).CompareTo(Rank(y.Status));
        if (order == 0)
        {
            order = string.CompareOrdinal(x.Terminal, y.Terminal);
        }

        if (order == 0)
        {
            order = x.NotAfter.CompareTo(y.NotAfter);
        }

        return order == 0 ? string.CompareOrdinal(x.Thumbprint, y.Thumbprint) : order;
    }

    // By number: sorting by an enumeration is compiled anew in each process.
    private static int Rank(CertificateStatus status) => status switch
    {
        CertificateStatus.Expired or CertificateStatus.KeyMissing or CertificateStatus.KeyUnusable => 0,
        CertificateStatus.RenewalDue => 1,
        CertificateStatus.Unverified => 2,
        CertificateStatus.NotYetValid => 3,
        CertificateStatus.Valid => 4,
        _ => 5,
    };
}
