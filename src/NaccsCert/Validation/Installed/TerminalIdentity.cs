using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Validation.Installed;

/// <summary>
/// Tells which certificates are of the same terminal: those whose whole subject and subjectAltName are equal, and those that this
/// module saw one renewed into the other. Parts of a name are no proof: two terminals of one company may share them.
/// </summary>
internal sealed class TerminalIdentity
{
    private readonly Dictionary<string, string> _groupOf = [];

    /// <summary>Groups certificates.</summary>
    /// <param name="certificates">The certificates.</param>
    /// <param name="history">Which of them were renewed into which.</param>
    public TerminalIdentity(IEnumerable<X509Certificate2> certificates, EnrollmentHistory history)
    {
        foreach (X509Certificate2 certificate in certificates)
        {
            _groupOf[Fingerprint.Sha256(certificate.RawData)] = NameOf(certificate);
        }

        foreach (EnrolledCertificate renewed in history.Certificates.Where(enrolled => enrolled.PreviousSha256 is not null))
        {
            Join(renewed.Sha256, renewed.PreviousSha256!);
        }
    }

    /// <summary>The group of a certificate; two certificates of one group are of the same terminal.</summary>
    /// <param name="sha256">SHA-256 of the DER certificate.</param>
    public string GroupOf(string sha256) => _groupOf[sha256];

    // Certificates in between may be gone from the store: the link leads over them.
    private void Join(string sha256, string previousSha256)
    {
        string group = _groupOf.TryGetValue(sha256, out string? own) ? own : sha256;
        string previous = _groupOf.TryGetValue(previousSha256, out string? other) ? other : previousSha256;
        _groupOf[sha256] = group;
        foreach (string member in _groupOf.Where(pair => pair.Value == previous).Select(pair => pair.Key).ToArray())
        {
            _groupOf[member] = group;
        }

        _groupOf[previousSha256] = group;
    }

    private static string NameOf(X509Certificate2 certificate) => Fingerprint.Sha256(
    [
        .. certificate.SubjectName.RawData,
        .. certificate.Extensions[ExtensionIds.SubjectAlternativeName]?.RawData ?? [],
    ]);
}
