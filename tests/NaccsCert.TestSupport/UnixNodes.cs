using System;
using System.IO;
using System.Runtime.InteropServices;

namespace NaccsCert.TestSupport;

/// <summary>What Unix has in folders besides files, and who owns it: .NET makes and changes neither.</summary>
internal static partial class UnixNodes
{
    /// <summary>A user that is nobody in particular.</summary>
    public const int Somebody = 65534;

    private const int OwnerReadWrite = 0x180;

    /// <summary>Whether this process may give files away.</summary>
    public static bool CanChangeOwner => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>Makes a pipe, to which nobody writes.</summary>
    public static void MakePipe(string path) => Require(MakeFifo(path, OwnerReadWrite), path);

    /// <summary>Gives a file or folder, or a link itself, to another user.</summary>
    public static void GiveTo(int user, string path) => Require(ChangeLinkOwner(path, user, user), path);

    /// <summary>Gives a file or folder to another group.</summary>
    public static void GiveToGroup(int group, string path) => Require(ChangeLinkOwner(path, -1, group), path);

    /// <summary>Lets more users do more with a file or folder.</summary>
    /// <returns>What was allowed before.</returns>
    public static UnixFileMode Allow(string path, UnixFileMode more)
    {
        UnixFileMode before = OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);
        SetMode(path, before | more);
        return before;
    }

    /// <summary>Sets what users may do with a file or folder.</summary>
    public static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static void Require(int result, string path)
    {
        if (result != 0)
        {
            throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MakeFifo(string path, int mode);

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ChangeLinkOwner(string path, int user, int group);
}
