using System;
using System.Collections.Generic;
using NaccsCert.Stores;

namespace NaccsCert.Validation.Installed;

/// <summary>The certificates of a service in a store, and the errors of those that cannot be read.</summary>
/// <param name="Certificates">The certificates, the most urgent first.</param>
/// <param name="Errors">An error for each certificate that this platform cannot read; the others are judged without them.</param>
internal sealed record InstalledCertificates(
    DisposableList<StoredCertificate> Certificates, IReadOnlyList<NaccsException> Errors) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Certificates.Dispose();
}
