using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Stores;

namespace NaccsCert.Harnesses.Durability.Homes;

/// <summary>
/// A certificate store of another home, seen from outside: .NET keeps each certificate of a user, with its key, in a
/// PKCS#12 file without password.
/// </summary>
/// <param name="name">The store's name.</param>
/// <param name="folder">The store's folder.</param>
/// <param name="marks">Which of its certificates are archived.</param>
internal sealed class FolderStore(string name, string folder, IArchiveMarks marks) : IUserCertificateStore
{
    public string Name => name;

    public DisposableList<X509Certificate2> Read() => ReadAll().Keep(certificate => !IsArchived(certificate));

    public bool IsArchived(X509Certificate2 certificate) => marks.IsArchived(name, certificate);

    public void SetArchived(X509Certificate2 certificate, bool isArchived) => marks.Set(name, certificate, isArchived);

    public DisposableList<X509Certificate2> ReadAll() => new(Files().Select(TryLoad).OfType<X509Certificate2>());

    /// <summary>The files that hold no certificate, because a process was killed while writing them.</summary>
    public IReadOnlyList<string> TornFiles() => [.. Files().Where(IsTorn)];

    public void ProveWritable() => Directory.CreateDirectory(folder);

    public void Add(X509Certificate2 certificate)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(PathOf(certificate), certificate.Export(X509ContentType.Pfx));
    }

    public void Remove(X509Certificate2 certificate) => File.Delete(PathOf(certificate));

    private string[] Files() => Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    private string PathOf(X509Certificate2 certificate) => Path.Combine(folder, certificate.Thumbprint + ".pfx");

    private static bool IsTorn(string path)
    {
        using X509Certificate2? certificate = TryLoad(path);
        return certificate is null;
    }

    private static X509Certificate2? TryLoad(string path)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, null, X509KeyStorageFlags.Exportable);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
