using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Keys;
using NaccsCert.Messages.Files;

namespace NaccsCert.Enrollment;

/// <summary>The certificates of a PKCS#12 file, with their keys (RFC 7292).</summary>
internal sealed class Pkcs12File : IDisposable
{
    private Pkcs12File(X509Certificate2Collection certificates) => Certificates = [.. certificates.Cast<X509Certificate2>()];

    /// <summary>The certificates, in the order of the file.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; }

    /// <summary>
    /// Opens a file and keeps its keys in the user's container, where they stay until <see cref="DestroyKeys"/>.
    /// </summary>
    /// <param name="content">The file's content.</param>
    /// <param name="path">The file's path, for errors.</param>
    /// <param name="password">Its password, with which it has been opened before (<see cref="Pkcs12Message.Open"/>).</param>
    /// <param name="exportable">Whether the keys can be exported later.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.ImportEncryptionUnsupported"/>.</exception>
    public static Pkcs12File OpenAndKeepKeys(byte[] content, string path, SecureString password, bool exportable)
    {
        X509KeyStorageFlags export = exportable ? X509KeyStorageFlags.Exportable : X509KeyStorageFlags.DefaultKeySet;
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.Import(
                content,
                new NetworkCredential(string.Empty, password).Password,
                X509KeyStorageFlags.UserKeySet | X509KeyStorageFlags.PersistKeySet | export);
            return new Pkcs12File(certificates);
        }
        catch (CryptographicException exception)
        {
            // The password is right, and the keys are of kinds that it knows: older platforms call that a wrong password.
            throw new NaccsException(ErrorId.ImportEncryptionUnsupported, path, exception, exception.Message);
        }
    }

    /// <summary>Destroys the kept keys, but for one.</summary>
    /// <param name="except">The certificate whose key stays; null for none.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyRemovalFailed"/>.</exception>
    public void DestroyKeys(X509Certificate2? except)
    {
        foreach (X509Certificate2 certificate in Certificates.Where(candidate => !SharesKey(candidate, except)))
        {
            using InstalledKey? key = InstalledKey.Open(certificate);
            key?.Destroy();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (X509Certificate2 certificate in Certificates)
        {
            certificate.Dispose();
        }
    }

    // An old and a new certificate of the same key may name the same container.
    private static bool SharesKey(X509Certificate2 certificate, X509Certificate2? other) =>
        other is not null && certificate.GetPublicKey().SequenceEqual(other.GetPublicKey());
}
