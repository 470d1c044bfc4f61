using System;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Validation.Installed;

/// <summary>A certificate of the service in a store: the record that is shown, and the handle that works.</summary>
/// <param name="Record">What is shown.</param>
/// <param name="Handle">The certificate with its key.</param>
public sealed record StoredCertificate(NaccsCertificate Record, X509Certificate2 Handle) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
