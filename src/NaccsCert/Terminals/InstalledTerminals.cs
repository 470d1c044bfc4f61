using System.Collections.Generic;
using System.Linq;
using NaccsCert.Reports;

namespace NaccsCert.Terminals;

/// <summary>Takes what is installed from where it was found.</summary>
internal static class InstalledTerminals
{
    /// <summary>The certificates of a report.</summary>
    public static IEnumerable<InstalledTerminal> From(CollectedReport report) => report.Certificates.Select(certificate => new InstalledTerminal
    {
        Name = certificate.Terminal,
        Status = certificate.Status,
        NotAfter = certificate.NotAfter,
        RenewalOpens = certificate.RenewalOpens,
        Thumbprint = certificate.Thumbprint,
        Service = certificate.Service,
        ComputerName = report.ComputerName,
        UserName = report.UserName,
    });

    /// <summary>A certificate of a store.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="computerName">The computer.</param>
    /// <param name="userName">The account.</param>
    public static InstalledTerminal From(NaccsCertificate certificate, string computerName, string userName) => new()
    {
        Name = certificate.Terminal,
        Status = certificate.Status,
        NotAfter = certificate.NotAfter,
        RenewalOpens = certificate.RenewalOpens,
        Thumbprint = certificate.Thumbprint,
        Service = certificate.Service,
        ComputerName = computerName,
        UserName = userName,
    };
}
