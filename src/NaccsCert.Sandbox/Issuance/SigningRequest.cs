using System;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>A CSR (RFC 2986) whose signature is good and whose key is acceptable.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="AlternativeName">The subject alternative name, DER, empty if there is none.</param>
/// <param name="Key">The key.</param>
internal sealed record SigningRequest(X500DistinguishedName Subject, byte[] AlternativeName, RequestedKey Key)
{
    /// <summary>The challengePassword, or null.</summary>
    public string? Challenge { get; private init; }

    /// <summary>Reads a CSR.</summary>
    /// <param name="der">The CSR, DER.</param>
    /// <param name="request">The CSR, if it is acceptable.</param>
    /// <param name="reason">Why it is not, if it is not.</param>
    public static bool TryRead(byte[] der, [NotNullWhen(true)] out SigningRequest? request, [NotNullWhen(false)] out string? reason)
    {
        request = null;
        CertificateRequest parsed;
        try
        {
            // "Unsafe" warns those who copy the extensions into a certificate. Here they are only compared.
            parsed = CertificateRequest.LoadSigningRequest(der, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
        }
        catch (Exception exception) when (exception is CryptographicException or NotSupportedException)
        {
            reason = "the body is not a PKCS #10 request with a good signature";
            return false;
        }

        reason = KeyRules.Refusal(parsed.PublicKey);
        if (reason is not null)
        {
            return false;
        }

        request = new SigningRequest(
            parsed.SubjectName,
            SubjectNames.AlternativeName(parsed.CertificateExtensions),
            RequestedKey.Of(parsed.PublicKey))
        {
            Challenge = ChallengePassword.In(parsed.OtherRequestAttributes),
        };
        return true;
    }
}
