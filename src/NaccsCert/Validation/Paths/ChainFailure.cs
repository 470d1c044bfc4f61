using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;

namespace NaccsCert.Validation.Paths;

/// <summary>What is wrong, and with which certificate.</summary>
/// <param name="Problem">What.</param>
/// <param name="Certificate">The certificate.</param>
internal sealed record ChainFailure(ChainProblem Problem, CertificateParts Certificate)
{
    /// <summary>The same in words that need no translation.</summary>
    public override string ToString()
    {
        string subject = Name(Certificate.Subject);
        return Problem == ChainProblem.PartialChain
            ? $"{Problem}: ends in {subject}, issued by {Name(Certificate.Issuer)}"
            : $"{Problem}: {subject}";
    }

    private static string Name(byte[] encoded)
    {
        try
        {
            return new X500DistinguishedName(encoded).Name;
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            // Platforms differ in how they refuse a name that is none.
            return "?";
        }
    }
}
