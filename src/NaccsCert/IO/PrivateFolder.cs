using System;

namespace NaccsCert.IO;

/// <summary>
/// A folder in which this module keeps something for one user. Before anything in it is read, written, locked or removed, it is
/// looked at, with all above it: nothing that another user could have put there, or could change, is used, and no link is followed.
/// </summary>
internal sealed class PrivateFolder
{
    private readonly IFilePermissions _permissions;
    private readonly PrivateFolder? _parent;

    /// <summary>Names the topmost folder; nothing is looked at yet.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="permissions">Who may change files and folders.</param>
    public PrivateFolder(string path, IFilePermissions permissions) => (Path, _permissions) = (path, permissions);

    private PrivateFolder(PrivateFolder parent, string name)
        : this(System.IO.Path.Combine(parent.Path, name), parent._permissions) => _parent = parent;

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>A folder in this one.</summary>
    /// <param name="name">Its name.</param>
    public PrivateFolder Sub(string name) => new(this, name);

    /// <summary>The path of a file in this folder.</summary>
    /// <param name="name">Its name.</param>
    public string Member(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Requires that this folder, and the files of these names in it, are safe, or not there.</summary>
    /// <param name="names">The names of files.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public void Require(params string[] names)
    {
        if (Find() is { } flaw)
        {
            throw Refuse(flaw);
        }

        foreach (string name in names)
        {
            if (_permissions.Find(Member(name), FileOwner.User) is { } flawOfFile)
            {
                throw Refuse(flawOfFile);
            }
        }
    }

    /// <summary>Requires what <see cref="Require"/> does, and makes the folder, for its owner alone, where it is not there.</summary>
    /// <param name="names">The names of files.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public void Create(params string[] names)
    {
        Require(names);
        PrivateFiles.CreateFolder(Path);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="maxBytes">As for <see cref="RegularFile.Read"/>.</param>
    /// <returns>As of <see cref="RegularFile.Read"/>.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public byte[] Read(string name, int maxBytes)
    {
        Require(name);
        return RegularFile.Read(Member(name), maxBytes);
    }

    /// <summary>Writes a whole file, and makes the folder where it is not there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">The new content.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public void Write(string name, byte[] content)
    {
        Create(name);
        PrivateFiles.WriteAtomically(Member(name), content);
    }

    /// <summary>Takes a lock between processes, and makes the folder where it is not there.</summary>
    /// <param name="name">The name of its file.</param>
    /// <returns>The lock; null when somebody holds it.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public IDisposable? TryLock(string name)
    {
        Create(name);
        return FileLock.TryTake(Member(name));
    }

    /// <summary>Deletes a file, and what an interrupted write of it may have left.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public void Delete(string name)
    {
        Require();
        PrivateFiles.Delete(Member(name));
    }

    // The folders above first: in one that is not safe, what is below may be another at any moment.
    private FileFlaw? Find() =>
        (_parent is null ? _permissions.FindAbove(Path, FileOwner.User) : _parent.Find()) ?? _permissions.Find(Path, FileOwner.User);

    private static NaccsException Refuse(FileFlaw flaw) => new(ErrorId.DataFolderUnsafe, flaw.Path, flaw.Text);
}
