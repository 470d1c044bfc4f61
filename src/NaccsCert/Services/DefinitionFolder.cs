using System.Collections.Generic;
using System.IO;
using NaccsCert.IO;

namespace NaccsCert.Services;

/// <summary>A folder of service definitions. Only those count that nobody else could have written.</summary>
/// <param name="Path">Its full path; it need not be there.</param>
/// <param name="Owner">Who may write to it.</param>
/// <param name="Permissions">Who may change files and folders.</param>
/// <remarks>
/// On Windows every user may make folders in that for all users. A definition that somebody else has put there would send them the
/// codes of all others.
/// </remarks>
internal sealed record DefinitionFolder(string Path, FileOwner Owner, IFilePermissions Permissions)
{
    private string Parent => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The definitions that count.</summary>
    /// <returns>The paths of their files.</returns>
    public IEnumerable<string> Files()
    {
        if (FindFlaw() is not null || !Directory.Exists(Path))
        {
            yield break;
        }

        foreach (string file in Directory.EnumerateFiles(Path, "*.json"))
        {
            if (Permissions.Find(file, Owner) is null)
            {
                yield return file;
            }
        }
    }

    /// <summary>What keeps a definition from counting.</summary>
    /// <param name="file">The path of its file in this folder.</param>
    /// <returns>What is wrong with it, or with a folder that leads to it; null when it counts.</returns>
    public FileFlaw? FindFlaw(string file) => FindFlaw() ?? Permissions.Find(file, Owner);

    // The folder is called services, and that of the module is above it.
    private FileFlaw? FindFlaw() =>
        Permissions.FindAbove(Parent, Owner) ?? Permissions.Find(Parent, Owner) ?? Permissions.Find(Path, Owner);
}
