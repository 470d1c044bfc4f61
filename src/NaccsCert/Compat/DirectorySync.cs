#if NET
using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace NaccsCert.Compat;

/// <summary>
/// Makes the renames in a folder durable, or a file that somebody else has written. .NET opens no folders, so this is
/// open, fsync and close of POSIX.
/// </summary>
internal static class DirectorySync
{
    private const int ReadOnly = 0;

    public static void Run(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // NTFS journals a rename with the file.
            return;
        }

        int descriptor = Open(Encoding.UTF8.GetBytes(path + "\0"), ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        bool flushed = Flush(descriptor) == 0;
        string message = Marshal.GetLastPInvokeErrorMessage();
        _ = Close(descriptor);
        if (!flushed)
        {
            throw new IOException($"{path}: {message}");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
#endif
