using System;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace NaccsCert.IO;

/// <summary>
/// Tries again what Windows refuses because somebody else has a file open: another process of this module for a moment, or a virus
/// scanner or an indexer for somewhat longer.
/// </summary>
internal static class SharingViolations
{
    // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, ERROR_UNABLE_TO_REMOVE_REPLACED and the two that follow it (ReplaceFile).
    private static readonly int[] Codes = [32, 33, 1175, 1176, 1177];

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Does something with a file, again and again for about two seconds.</summary>
    /// <param name="action">The action. One that was refused has done nothing.</param>
    /// <exception cref="IOException">It was refused to the end, or failed otherwise.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public static void Retry(Action action)
    {
        // Elsewhere nothing of this happens, and what is denied stays denied.
        if (Path.DirectorySeparatorChar != '\\')
        {
            action();
            return;
        }

        var waited = Stopwatch.StartNew();
        Retry(action, () => waited.Elapsed < Timeout, () => Thread.Sleep(Interval));
    }

    /// <summary>Does something with a file as long as there is time.</summary>
    /// <param name="action">The action.</param>
    /// <param name="hasTime">Whether there is time for another attempt.</param>
    /// <param name="wait">Waits before it.</param>
    internal static void Retry(Action action, Func<bool> hasTime, Action wait)
    {
        while (true)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception) when (IsOne(exception) && hasTime())
            {
                wait();
            }
        }
    }

    // MoveFileEx and DeleteFile say ERROR_ACCESS_DENIED of a file that is open, as of one that may not be touched.
    private static bool IsOne(Exception exception) => exception is UnauthorizedAccessException
        || (exception is IOException && Array.IndexOf(Codes, exception.HResult & 0xFFFF) >= 0);
}
