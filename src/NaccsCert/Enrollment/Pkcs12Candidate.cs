using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages.Files;
using NaccsCert.Messages.Signatures;

namespace NaccsCert.Enrollment;

/// <summary>A certificate of a PKCS#12 file.</summary>
/// <param name="Certificate">The certificate, without its key.</param>
/// <param name="Source">What it is in the file.</param>
internal sealed record Pkcs12Candidate(X509Certificate2 Certificate, Pkcs12Certificate Source)
{
    /// <summary>Whether the file has its key.</summary>
    public bool HasKey => Source.Key is not null;

    /// <summary>Whether the file has its key, and the key is of a kind that can be used here.</summary>
    public bool HasUsableKey => HasKey && PublicKeyName.IsUsable(Source.KeyName);
}
