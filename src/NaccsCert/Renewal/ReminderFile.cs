using System;
using System.IO;
using NaccsCert.Diagnostics;
using NaccsCert.IO;
using NaccsCert.IO.Json;

namespace NaccsCert.Renewal;

/// <summary>Where the reminder of a user keeps what it remembers.</summary>
/// <param name="folder">The folder, made for its owner alone when it is first needed.</param>
internal sealed class ReminderFile(PrivateFolder folder)
{
    private const string StateFile = "state.json";

    /// <summary>Keeps other runs out.</summary>
    /// <returns>What ends that; null when another run is at work.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public IDisposable? TryLock() => Attempt(() => folder.TryLock("lock"));

    /// <summary>What is remembered. A damaged file counts as nothing: back-off and notices are no great loss.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public ReminderState Read() => Attempt(() =>
    {
        try
        {
            return ReminderStateFormat.Read(folder.Read(StateFile, JsonDocument.MaxDocumentBytes));
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
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public void Write(ReminderState state) => Attempt(() =>
    {
        folder.Write(StateFile, ReminderStateFormat.Write(state));
        return true;
    });

    /// <summary>Forgets everything.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public void Delete() => Attempt(() =>
    {
        folder.Delete(StateFile);
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
            throw new NaccsException(ErrorId.ReminderStateUnavailable, folder.Path, exception, exception.Message);
        }
    }
}
