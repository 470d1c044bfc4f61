using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Linq;
using NaccsCert.Diagnostics;

namespace NaccsCert.Tests.Logging;

/// <summary>Keeps the events of the library, with the thread on which they happened: tests run side by side.</summary>
internal sealed class EventRecorder : EventListener
{
    private readonly ConcurrentQueue<(int Thread, string Name)> _written = new();

    public EventRecorder() => EnableEvents(NaccsCertEventSource.Log, EventLevel.Verbose);

    /// <summary>What happened on a thread.</summary>
    public IReadOnlyList<(int Thread, string Name)> Of(int thread) => [.. _written.Where(written => written.Thread == thread)];

    // Called for other sources before the constructor has begun.
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventSource == NaccsCertEventSource.Log)
        {
            _written?.Enqueue((Environment.CurrentManagedThreadId, eventData.EventName!));
        }
    }
}
