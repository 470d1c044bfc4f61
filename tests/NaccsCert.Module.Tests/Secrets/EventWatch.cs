using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Linq;

namespace NaccsCert.Module.Tests.Secrets;

/// <summary>Listens to the events of the library, which any process of the user may do.</summary>
internal sealed class EventWatch : EventListener
{
    private readonly ConcurrentQueue<string> _events = new();

    /// <summary>What was heard so far.</summary>
    public IReadOnlyCollection<string> Events => _events;

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "NaccsCert")
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    // Called before the constructor has ended where the source was there already.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        _events?.Enqueue($"{eventData.EventName} {eventData.Message} {string.Join(' ', (eventData.Payload ?? new([])).Select(item => $"{item}"))}");
}
