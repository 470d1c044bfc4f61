using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Whom a certificate is for.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="AlternativeName">The value of the subjectAltName, DER, empty if there is none.</param>
internal sealed record TerminalName(X500DistinguishedName Subject, byte[] AlternativeName)
{
    private const int EmptyNameLength = 2;

    /// <summary>The extension, or null. It is critical where the subject is empty (RFC 5280 section 4.2.1.6).</summary>
    public X509Extension? AlternativeNameExtension =>
        AlternativeName.Length == 0
            ? null
            : new X509Extension(ObjectIdentifiers.SubjectAlternativeName, AlternativeName, critical: Subject.RawData.Length <= EmptyNameLength);
}
