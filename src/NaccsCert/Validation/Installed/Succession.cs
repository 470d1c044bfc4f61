using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Validation.Installed;

/// <summary>
/// Decides which certificate of a terminal is the current one. Services issue at midnight, or copy the beginning of validity, so
/// that decides nothing alone: the end of validity goes first, then what was seen renewed into what, then beginning, serial number
/// and place in the store.
/// </summary>
internal sealed class Succession
{
    private readonly CertificateFacts[] _order;

    /// <summary>Orders the certificates of one terminal.</summary>
    /// <param name="certificates">The certificates, in the order of the store.</param>
    public Succession(IEnumerable<CertificateFacts> certificates) =>
        _order = [.. certificates.OrderBy(certificate => certificate, Comparer<CertificateFacts>.Create(Compare))];

    /// <summary>
    /// The certificate that has taken the place of another: a later one whose origin is verified, and that can be used now; or any
    /// later one, once the other has expired.
    /// </summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The last such certificate; null when the certificate is itself the current one.</returns>
    public CertificateFacts? SuccessorOf(CertificateFacts certificate, DateTimeOffset now)
    {
        if (!certificate.Origin.IsVerified)
        {
            return null;
        }

        CertificateFacts[] later =
            [.. _order.SkipWhile(other => other != certificate).Skip(1).Where(other => other.Origin.IsVerified)];
        CertificateFacts? usable = later.LastOrDefault(other => other.IsUsable(now));
        return usable is null && now > certificate.NotAfter ? later.LastOrDefault() : usable;
    }

    private static int Compare(CertificateFacts one, CertificateFacts other)
    {
        int order = one.NotAfter.CompareTo(other.NotAfter);
        if (order == 0)
        {
            order = Renewed(one, other);
        }

        if (order == 0)
        {
            order = one.NotBefore.CompareTo(other.NotBefore);
        }

        if (order == 0)
        {
            order = CompareSerials(one.SerialNumber, other.SerialNumber);
        }

        return order == 0 ? one.Place.CompareTo(other.Place) : order;
    }

    private static int Renewed(CertificateFacts one, CertificateFacts other)
    {
        if (one.PreviousSha256 == other.Sha256)
        {
            return 1;
        }

        return other.PreviousSha256 == one.Sha256 ? -1 : 0;
    }

    // Hexadecimal digits of the same notation: the longer number is the greater one.
    private static int CompareSerials(string one, string other)
    {
        (string left, string right) = (one.TrimStart('0'), other.TrimStart('0'));
        return left.Length == right.Length ? string.CompareOrdinal(left, right) : left.Length.CompareTo(right.Length);
    }
}
