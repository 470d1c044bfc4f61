using System.Collections.Generic;
using System.Linq;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Picks the certificates that the user means by thumbprint and terminal, over all input objects of a command.</summary>
/// <param name="terminals">The terminals that the user named, with wildcards; null for all.</param>
internal sealed class CertificateSelection(IReadOnlyList<string>? terminals)
{
    private readonly NameSelection? _terminals = terminals is null ? null : new NameSelection(terminals);

    /// <summary>The errors of exact terminals that no certificate is of.</summary>
    public IEnumerable<NaccsException> MissingTerminals() =>
        (_terminals?.Unmatched() ?? []).Select(missing => new NaccsException(ErrorId.TerminalNotFound, missing));

    /// <summary>Keeps what is meant.</summary>
    /// <param name="installed">The certificates.</param>
    /// <param name="thumbprints">The thumbprints of this input object, with wildcards; null for all.</param>
    /// <returns>The errors of exact thumbprints that are not there.</returns>
    public IEnumerable<NaccsException> Keep(InstalledCertificates installed, string[]? thumbprints)
    {
        NameSelection? names = thumbprints is null ? null : new NameSelection(thumbprints);
        installed.Certificates.Keep(certificate =>
        {
            // Each is asked, also where the other has said no: what is there is not missing.
            bool isNamed = names?.Matches(certificate.Record.Thumbprint) ?? true;
            bool isOfTerminal = _terminals?.Matches(certificate.Record.Terminal) ?? true;
            return isNamed && isOfTerminal;
        });
        return (names?.Unmatched() ?? []).Select(missing => new NaccsException(ErrorId.CertificateNotFound, missing));
    }
}
