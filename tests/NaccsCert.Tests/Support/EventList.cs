using System;
using System.Collections.Concurrent;
using System.Linq;
using NaccsCert.Enrollment.Events;

namespace NaccsCert.Tests.Support;

/// <summary>Keeps the events of enrollments in their order.</summary>
internal sealed class EventList : IProgress<EnrollmentEvent>
{
    private readonly ConcurrentQueue<EnrollmentEvent> _events = new();

    /// <inheritdoc/>
    public void Report(EnrollmentEvent value) => _events.Enqueue(value);

    /// <summary>The events of one kind.</summary>
    public T[] Of<T>() => [.. _events.OfType<T>()];
}
