using System;
using System.IO;
using NaccsCert.Diagnostics;
using NaccsCert.IO;
using NaccsCert.IO.Json;

namespace NaccsCert.Renewal;

/// <summary>Where the reminder of a user keeps what it remembers.</summary>
/// <param name="folder">The folder, made for its owner alone when it is first needed.</param>
internal sealed class ReminderFile(string folder)
{
    private string Path => System.IO.Path.Combine(folder, "state.json");

    /// <summary>Keeps other runs out.</summary>
    /// <returns>What ends that; null when another run is at work.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/>.</exception>
    public IDisposable? TryLock() => Attempt(() =>
    {
        PrivateFiles.CreateFolder(folder);
        return FileLock.TryTake(System.IO.Path.Combine(folder, "lock"));
    });

    /// <summary>What is remembered. A damaged file counts as nothing: back-off and notices are no great loss.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/>.</exception>
    public ReminderState Read() => Attempt(() =>
    {
        try
        {
            return ReminderStateFormat.Read(File.ReadAllBytes(Path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return ReminderState.Empty;
        }
        catch (JsonFormatException exception)
        {
            NaccsCertEventSource.Log.ReminderStateUnreadable(exception.Message);
            return ReminderState.Empty;
        }
    });

    /// <summary>Remembers.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/>.</exception>
    public void Write(ReminderState state) => Attempt(() =>
    {
        PrivateFiles.CreateFolder(folder);
        PrivateFiles.WriteAtomically(Path, ReminderStateFormat.Write(state));
        return true;
    });

    /// <summary>Forgets everything.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/>.</exception>
    public void Delete() => Attempt(() =>
    {
        PrivateFiles.Delete(Path);
        return true;
    });

    private T Attempt<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.ReminderStateUnavailable, folder, exception, exception.Message);
        }
    }
}
