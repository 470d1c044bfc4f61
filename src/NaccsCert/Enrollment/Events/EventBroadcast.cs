using System;
using System.Collections.Generic;

namespace NaccsCert.Enrollment.Events;

/// <summary>Passes each event on to several sinks, in their order.</summary>
/// <param name="sinks">The sinks.</param>
internal sealed class EventBroadcast(IReadOnlyList<IProgress<EnrollmentEvent>> sinks) : IProgress<EnrollmentEvent>
{
    /// <inheritdoc/>
    public void Report(EnrollmentEvent value)
    {
        foreach (IProgress<EnrollmentEvent> sink in sinks)
        {
            sink.Report(value);
        }
    }
}
