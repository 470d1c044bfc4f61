using NaccsCert.IO;
using NaccsCert.Windows;

namespace NaccsCert.Tests.Support;

/// <summary>Folders of the module in a scratch place, guarded as in a user's own.</summary>
internal static class ScratchFolders
{
    /// <summary>The folder at a path.</summary>
    public static PrivateFolder At(string path) => new(path, FilePermissions.OfThisPlatform);
}
