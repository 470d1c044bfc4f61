using System;
using System.IO;
using System.Text;
using System.Threading;
using NaccsCert.Compat;
using NaccsCert.IO;

namespace NaccsCert.Logging;

/// <summary>
/// A log in files of bounded size: the newest is <c>naccscert.jsonl</c>, older ones are <c>naccscert.1.jsonl</c> and so
/// on, and the oldest gives way. Several processes can write at once. A line that cannot be written is dropped: a log
/// must never stop what it tells of.
/// </summary>
/// <param name="folder">The folder, made for its owner alone when it is first needed.</param>
/// <param name="maxFileBytes">The size in bytes at which a file is full.</param>
/// <param name="olderFiles">How many full files are kept.</param>
internal sealed class RollingLog(string folder, int maxFileBytes, int olderFiles)
{
    // Together not longer than anybody would wait for a log; each line takes its writer far less than one of them.
    private const int MaxAttempts = 500;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(1);

    private readonly object _turn = new();
    private bool _isBlocked;

    /// <summary>The file that is written to.</summary>
    public string Current => FileAt(0);

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line in ASCII, without its end.</param>
    /// <returns>Whether it was written.</returns>
    public bool Append(string line)
    {
        byte[] content = Encoding.ASCII.GetBytes(line + "\n");
        lock (_turn)
        {
            // Nobody waits twice for the same obstacle.
            _isBlocked = !TryAppend(content, _isBlocked ? 1 : MaxAttempts);
            return !_isBlocked;
        }
    }

    private bool TryAppend(byte[] content, int tries)
    {
        try
        {
            PrivateFiles.CreateFolder(folder);
            while (tries-- > 0)
            {
                if (TryAppend(content))
                {
                    return true;
                }

                Thread.Sleep(BetweenTries);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return false;
    }

    // False while another process is writing, and holds the lock beside the files.
    private bool TryAppend(byte[] content)
    {
        using IDisposable? taken = FileLock.TryTake(Path.Combine(folder, "lock"));
        if (taken is null)
        {
            return false;
        }

        var file = new FileInfo(Current);
        if (file.Exists && file.Length + content.Length > maxFileBytes)
        {
            Roll();
        }

        using FileStream stream = FileModes.OpenToAppend(Current);
        stream.Write(content, 0, content.Length);
        return true;
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

    private string FileAt(int age) => Path.Combine(folder, age == 0 ? "naccscert.jsonl" : $"naccscert.{age}.jsonl");
}
