using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Stores;

namespace NaccsCert.Validation.Roots;

/// <summary>Tells which roots of a service a user trusts.</summary>
internal static class TrustedAnchors
{
    /// <summary>The names of these roots, in the order of the definition.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="stores">The stores of trusted roots.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    public static IReadOnlyList<string> Names(ServiceDefinition definition, IEnumerable<ICertificateStore> stores)
    {
        var trusted = new HashSet<string>(stores.SelectMany(Fingerprints), StringComparer.Ordinal);
        return [.. definition.TrustAnchors.Where(anchor => trusted.Contains(anchor.Sha256)).Select(anchor => anchor.Name)];
    }

    private static string[] Fingerprints(ICertificateStore store)
    {
        using DisposableList<X509Certificate2> all = store.Read();
        return [.. all.Select(certificate => Fingerprint.Sha256(certificate.RawData))];
    }
}
