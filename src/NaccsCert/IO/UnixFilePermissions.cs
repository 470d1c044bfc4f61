using System.IO;
using NaccsCert.Compat;

namespace NaccsCert.IO;

/// <summary>Owners and modes of Unix, judged as sshd judges those of its key files (StrictModes).</summary>
internal sealed class UnixFilePermissions : IFilePermissions
{
    private const uint Root = 0;

    /// <inheritdoc/>
    public FileFlaw? Find(string path, FileOwner owner)
    {
        if (UnixFiles.StatusOf(path, followLink: false) is not { } status)
        {
            return null;
        }

        if (status.IsLink)
        {
            return new FileFlaw(path, FileFlawKind.Link);
        }

        return status.IsRegular || status.IsFolder
            ? FlawOf(path, status, owner, isShared: false)
            : new FileFlaw(path, FileFlawKind.NotRegular);
    }

    /// <inheritdoc/>
    public FileFlaw? FindAbove(string path, FileOwner owner)
    {
        for (string? folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (FindInWay(folder, owner) is { } flaw)
            {
                return flaw;
            }
        }

        return null;
    }

    // A home may lie behind a link: then it is the link that must be of nobody else, and what it leads to with all above that.
    private FileFlaw? FindInWay(string folder, FileOwner owner)
    {
        if (UnixFiles.StatusOf(folder, followLink: false) is not { } status)
        {
            return null;
        }

        if (!status.IsLink)
        {
            return FlawOf(folder, status, owner, isShared: true);
        }

        if (!IsOf(owner, status.User))
        {
            return new FileFlaw(folder, FileFlawKind.ForeignOwner);
        }

        // Links in a circle, or to nothing, lead to no folder that anything could be written to.
        return UnixFiles.StatusOf(folder, followLink: true) is not null && UnixFiles.TargetOf(folder) is { } target
            ? FindInWay(target, owner) ?? FindAbove(target, owner)
            : null;
    }

    private static FileFlaw? FlawOf(string path, UnixFileStatus status, FileOwner owner, bool isShared)
    {
        if (!IsOf(owner, status.User))
        {
            return new FileFlaw(path, FileFlawKind.ForeignOwner);
        }

        // Many systems give each user a group of the same number, with nobody else in it, and make files writable by it.
        bool isWritable = status.IsWorldWritable || (status.IsGroupWritable && status.Group != status.User);
        return isWritable && !(isShared && status is { IsSticky: true, User: Root })
            ? new FileFlaw(path, FileFlawKind.WritableByOthers)
            : null;
    }

    private static bool IsOf(FileOwner owner, uint user) =>
        user == Root || (owner == FileOwner.User && user == UnixFiles.CurrentUser());
}
