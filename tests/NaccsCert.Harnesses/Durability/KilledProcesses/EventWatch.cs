using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Linq;

namespace NaccsCert.Harnesses.Durability.KilledProcesses;

/// <summary>
/// Listens to the library's events on the thread that writes them, and kills its own process at one of them: at that point
/// the library has done what came before the event, and nothing of what comes after.
/// </summary>
internal sealed class EventWatch : EventListener
{
    private const string LibrarySource = "NaccsCert";

    private static readonly Process Self = Process.GetCurrentProcess();

    private readonly List<string> _events = [];
    private DateTimeOffset? _began;
    private int _killAt;

    /// <summary>Begins to count anew.</summary>
    /// <param name="killAt">The number of the fatal event, from 1; 0 for none.</param>
    public void Start(int killAt)
    {
        lock (_events)
        {
            _events.Clear();
            _began = null;
            _killAt = killAt;
        }
    }

    /// <summary>Adds what was heard since the start.</summary>
    public Report AddTo(Report report)
    {
        lock (_events)
        {
            return report with { Began = _began, Events = [.. _events] };
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == LibrarySource)
        {
            EnableEvents(eventSource, EventLevel.Verbose);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        lock (_events)
        {
            _began ??= DateTimeOffset.UtcNow;
            _events.Add(Describe(eventData));
            if (_events.Count == _killAt)
            {
                // SIGKILL: no handler, no finally, no flush.
                Self.Kill();
            }
        }
    }

    private static string Describe(EventWrittenEventArgs eventData) => string.Join(
        ' ',
        (eventData.Payload ?? []).Select(item => string.Format(CultureInfo.InvariantCulture, "{0}", item)).Prepend(eventData.EventName));
}
