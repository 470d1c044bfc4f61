using System.Runtime.InteropServices;
using NaccsCert.IO;

namespace NaccsCert.Stores;

/// <summary>How this platform knows archived certificates.</summary>
internal static class ArchiveMarks
{
    /// <summary>The property of Windows; elsewhere, what the module remembers itself.</summary>
    /// <param name="folder">Where it remembers.</param>
    public static IArchiveMarks OfThisPlatform(PrivateFolder folder) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? new WindowsArchiveMarks() : new FileArchiveMarks(folder);
}
