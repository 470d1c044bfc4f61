using System;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Linq;
using NaccsCert.Compat;
using NaccsCert.Diagnostics;
using NaccsCert.IO;

namespace NaccsCert.Logging;

/// <summary>
/// Writes the events of this library into the log of the user and, on Windows, what matters most into the Application
/// log, where an administrator has made a source for it.
/// </summary>
internal sealed class UserLog : EventListener
{
    /// <summary>How many full files are kept beside the newest.</summary>
    public const int OlderFiles = 3;

    private const int MaxFileBytes = 512 * 1024;

    private static readonly object Gate = new();
    private static UserLog? _started;

    private readonly RollingLog _log;

    private readonly IOutcomeLog _outcomes;

    private UserLog(PrivateFolder folder, IOutcomeLog outcomes)
    {
        _log = new RollingLog(folder, MaxFileBytes, OlderFiles);
        _outcomes = outcomes;
        EnableEvents(NaccsCertEventSource.Log, EventLevel.Informational);
    }

    /// <summary>Starts to write, once in this process, to its end.</summary>
    /// <param name="folder">The folder of the log.</param>
    /// <param name="outcomes">Takes what matters most as well.</param>
    public static void Start(PrivateFolder folder, IOutcomeLog outcomes)
    {
        lock (Gate)
        {
            _started ??= new UserLog(folder, outcomes);
        }
    }

    /// <summary>Closes the file until the next line: a command that has ended keeps nothing open.</summary>
    public static void Pause()
    {
        lock (Gate)
        {
            _started?._log.Close();
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // The base class calls this for other sources too before this object is made.
        if (eventData.EventSource != NaccsCertEventSource.Log || _outcomes is null)
        {
            return;
        }

        KeyValuePair<string, object?>[] fields = [.. Fields(eventData)];
        string line = LogLine.Compose(
            DateTimeOffset.UtcNow, eventData.Level, eventData.EventName ?? string.Empty, Correlation.Current, Processes.CurrentId, fields);
        _log.Append(line);
        if (eventData.Keywords.HasFlag(NaccsCertEventSource.Keywords.Outcome))
        {
            _outcomes.Write(eventData.Level, eventData.EventId, line);
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Fields(EventWrittenEventArgs eventData) =>
        (eventData.PayloadNames ?? Enumerable.Empty<string>())
            .Zip(eventData.Payload ?? Enumerable.Empty<object?>(), (name, value) => new KeyValuePair<string, object?>(name, value));
}
