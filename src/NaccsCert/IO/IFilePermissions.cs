namespace NaccsCert.IO;

/// <summary>Knows who could have written a file or folder of this module, or could yet.</summary>
internal interface IFilePermissions
{
    /// <summary>Looks at a file or folder of the module.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="owner">Whose it may be.</param>
    /// <returns>What is wrong with it; null when nothing is, or when it is not there.</returns>
    FileFlaw? Find(string path, FileOwner owner);

    /// <summary>Looks at the folders above a folder of the module: whoever may change one of them can put another in its place.</summary>
    /// <param name="path">The full path of the module's folder, which is not looked at itself.</param>
    /// <param name="owner">Whose they may be.</param>
    /// <returns>What is wrong with one of them; null when nothing is.</returns>
    FileFlaw? FindAbove(string path, FileOwner owner);
}
