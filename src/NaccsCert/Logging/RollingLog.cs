using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using NaccsCert.Compat;
using NaccsCert.IO;

namespace NaccsCert.Logging;

/// <summary>
/// Writes a log in files of bounded size: the newest is <c>naccscert.jsonl</c>, older ones are <c>naccscert.1.jsonl</c> and so on,
/// and the oldest gives way. The file is opened once and kept open until <see cref="Close"/>; several processes can write at once.
/// A line that cannot be written is dropped: a log must never stop what it tells of.
/// </summary>
/// <param name="folder">The folder, made for its owner alone when it is first needed.</param>
/// <param name="maxFileBytes">The size in bytes at which a file is full.</param>
/// <param name="olderFiles">How many full files are kept.</param>
internal sealed class RollingLog(PrivateFolder folder, int maxFileBytes, int olderFiles)
{
    private const string LockFile = "lock";

    // Not longer than anybody would wait for a log; each line takes its writer far less.
    private static readonly TimeSpan LockTimeout = TimeSpan.FromMilliseconds(500);
    // No system tells when another process has closed a file; callers are synchronous.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(1);

    private readonly object _turn = new();
    private FileStream? _stream;
    private bool _isBlocked;

    /// <summary>The file that is written to.</summary>
    public string Current => FileAt(0);

    /// <summary>The name of a file.</summary>
    /// <param name="age">0 for the newest, 1 for the one before, and so on.</param>
    public static string NameOf(int age) => age == 0 ? "naccscert.jsonl" : $"naccscert.{age}.jsonl";

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line in ASCII, without its end.</param>
    /// <returns>Whether it was written.</returns>
    public bool Append(string line)
    {
        byte[] content = Encoding.ASCII.GetBytes(line + "\n");
        lock (_turn)
        {
            // Nobody waits twice for the same obstacle.
            _isBlocked = !TryAppend(content, _isBlocked ? TimeSpan.Zero : LockTimeout);
            return !_isBlocked;
        }
    }

    /// <summary>Closes the file; the next line opens it again.</summary>
    public void Close()
    {
        lock (_turn)
        {
            _stream?.Dispose();
            _stream = null;
        }
    }

    private bool TryAppend(byte[] content, TimeSpan timeout)
    {
        try
        {
            if (_stream is null)
            {
                // What is open stays what it was, whoever changes what is above it.
                folder.Create(LockFile, NameOf(0));
            }

            for (var waited = Stopwatch.StartNew(); ;)
            {
                if (TryAppend(content))
                {
                    return true;
                }

                if (waited.Elapsed >= timeout)
                {
                    return false;
                }

                Thread.Sleep(RetryInterval);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NaccsException)
        {
            return false;
        }
    }

    // False while another process is writing, and holds the lock beside the files.
    private bool TryAppend(byte[] content)
    {
        using IDisposable? taken = FileLock.TryTake(folder.Member(LockFile));
        if (taken is null)
        {
            return false;
        }

        FileStream stream = OpenFor(content.Length);
        stream.Seek(0, SeekOrigin.End);
        stream.Write(content, 0, content.Length);
        stream.Flush();
        return true;
    }

    // Another process may have renamed the file that this one has open: then what is open is full, or no longer the newest.
    private FileStream OpenFor(int length)
    {
        var newest = new FileInfo(Current);
        bool isFull = newest.Exists && newest.Length + length > maxFileBytes;
        bool isNewest = newest.Exists && _stream is not null && _stream.Length == newest.Length;
        if (isFull || !isNewest)
        {
            _stream?.Dispose();
            _stream = null;
        }

        if (isFull)
        {
            Roll();
        }

        return _stream ??= FileModes.OpenToAppend(Current);
    }

    private void Roll()
    {
        File.Delete(FileAt(olderFiles));
        for (int age = olderFiles - 1; age >= 0; age--)
        {
            if (File.Exists(FileAt(age)))
            {
                File.Move(FileAt(age), FileAt(age + 1));
            }
        }
    }

    private string FileAt(int age) => folder.Member(NameOf(age));
}
