using System;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NaccsCert.IO;
using NaccsCert.Messages;

namespace NaccsCert.Stores;

/// <summary>
/// What the module remembers itself, where the platform has no such property: an owner-only file for each archived certificate, so
/// that two processes never write the same one. Other programs do not know of it.
/// </summary>
/// <param name="folder">The folder of all stores; made when it is first needed.</param>
internal sealed class FileArchiveMarks(PrivateFolder folder) : IArchiveMarks
{
    /// <inheritdoc/>
    public bool IsArchived(string storeName, X509Certificate2 certificate)
    {
        (PrivateFolder marks, string name) = Place(storeName, certificate);
        if (!File.Exists(marks.Member(name)))
        {
            return false;
        }

        // One that another user has put there hides nothing.
        marks.Require(name);
        return true;
    }

    /// <inheritdoc/>
    public void Set(string storeName, X509Certificate2 certificate, bool isArchived)
    {
        (PrivateFolder marks, string name) = Place(storeName, certificate);
        if (isArchived)
        {
            // For people alone: the name says it all.
            marks.Write(name, Encoding.ASCII.GetBytes(certificate.Thumbprint + Environment.NewLine));
        }
        else if (File.Exists(marks.Member(name)))
        {
            marks.Delete(name);
        }
    }

    /// <inheritdoc/>
    public void Forget(string storeName, X509Certificate2 certificate) => Set(storeName, certificate, isArchived: false);

    // The platform does not tell the names of stores apart by case either.
    private (PrivateFolder Marks, string Name) Place(string storeName, X509Certificate2 certificate) =>
        (folder.Sub(storeName.ToLowerInvariant()), Fingerprint.Sha256(certificate.RawData));
}
