using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell;

/// <summary>Picks certificates by thumbprint, as PowerShell users name things.</summary>
internal static class CertificateSelection
{
    /// <summary>
    /// Picks the certificates that <paramref name="thumbprints"/> name. A wildcard that matches nothing is an empty
    /// answer; an exact thumbprint that matches nothing is reported.
    /// </summary>
    /// <param name="all">All certificates; those that are not picked are disposed of.</param>
    /// <param name="thumbprints">Thumbprints with wildcards; null for all.</param>
    /// <param name="report">Takes the errors.</param>
    /// <returns>The picked ones, in their order.</returns>
    public static IReadOnlyList<StoredCertificate> Pick(
        IReadOnlyList<StoredCertificate> all, string[]? thumbprints, Action<NaccsException> report)
    {
        if (thumbprints is null)
        {
            return all;
        }

        var picked = new HashSet<StoredCertificate>();
        foreach (string thumbprint in thumbprints)
        {
            var pattern = WildcardPattern.Get(thumbprint, WildcardOptions.IgnoreCase);
            StoredCertificate[] matches = [.. all.Where(certificate => pattern.IsMatch(certificate.Record.Thumbprint))];
            picked.UnionWith(matches);
            if (matches.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(thumbprint))
            {
                report(new NaccsException(ErrorId.CertificateNotFound, thumbprint));
            }
        }

        foreach (StoredCertificate certificate in all.Where(certificate => !picked.Contains(certificate)))
        {
            certificate.Dispose();
        }

        return [.. all.Where(picked.Contains)];
    }
}
