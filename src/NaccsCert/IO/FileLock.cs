using System;
using System.IO;
using NaccsCert.Compat;

namespace NaccsCert.IO;

/// <summary>
/// A lock between processes: a file held open for oneself alone. The system lets go of it with the process that held
/// it, however that ends, and Windows PowerShell and PowerShell 7 see the same file.
/// </summary>
internal static class FileLock
{
    /// <summary>Takes the lock if nobody holds it.</summary>
    /// <param name="path">The lock file, made when it is not there; its folder exists.</param>
    /// <returns>The lock; null when somebody holds it.</returns>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return FileModes.OpenLock(path);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
    }

    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows; EWOULDBLOCK of Linux and of macOS.
    private static bool IsHeld(IOException exception) =>
        Path.DirectorySeparatorChar == '\\'
            ? (exception.HResult & 0xFFFF) is 32 or 33
            : exception.HResult is 11 or 35;
}
