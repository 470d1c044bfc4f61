using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>Times the writes of journal entries by the library's own events, from before a write until it is flushed.</summary>
/// <remarks>The events come on the thread that writes, one enrollment at a time.</remarks>
internal sealed class JournalWatch : EventListener
{
    private readonly List<TimeSpan> _writes = [];
    private long _begin;

    /// <summary>How long each write took, in order.</summary>
    public IReadOnlyList<TimeSpan> Writes => _writes;

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "NaccsCert")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == "EntryWriting")
        {
            _begin = Stopwatch.GetTimestamp();
        }
        else if (eventData.EventName == "EntryWritten")
        {
            _writes.Add(Stopwatch.GetElapsedTime(_begin));
        }
    }
}
