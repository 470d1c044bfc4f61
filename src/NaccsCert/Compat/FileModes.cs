using System.IO;

namespace NaccsCert.Compat;

/// <summary>Owner-only folders and files, and durable renames, as far as each framework and platform has them.</summary>
internal static class FileModes
{
#if NET
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string path)
    {
        if (System.OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerFolder);
        }
    }

    public static FileStream CreateFile(string path) => Open(path, FileMode.CreateNew, FileShare.None);

    public static FileStream OpenToAppend(string path) => Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite | FileShare.Delete);

    public static FileStream OpenLock(string path) => Open(path, FileMode.OpenOrCreate, FileShare.None);

    public static void Replace(string source, string target) => File.Move(source, target, overwrite: true);

    public static void SyncDirectory(string path) => DirectorySync.Run(path);

    private static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!System.OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return new FileStream(path, options);
    }
#else
    public static void CreateFolder(string path) => Directory.CreateDirectory(path);

    public static FileStream CreateFile(string path) =>
        new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    public static FileStream OpenToAppend(string path) =>
        new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    public static FileStream OpenLock(string path) =>
        new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);

    public static void Replace(string source, string target)
    {
        if (File.Exists(target))
        {
            File.Replace(source, target, null);
        }
        else
        {
            File.Move(source, target);
        }
    }

    public static void SyncDirectory(string path)
    {
    }
#endif
}
