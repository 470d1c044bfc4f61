using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Stores;

/// <summary>The property of Windows, which browsers and other programs go by too.</summary>
internal sealed class WindowsArchiveMarks : IArchiveMarks
{
    /// <inheritdoc/>
    public bool IsArchived(string storeName, X509Certificate2 certificate) => certificate.Archived;

    /// <inheritdoc/>
    public void Set(string storeName, X509Certificate2 certificate, bool isArchived)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            certificate.Archived = isArchived;
        }
    }

    // The property goes with its certificate.

    /// <inheritdoc/>
    public void Forget(string storeName, X509Certificate2 certificate)
    {
    }
}
