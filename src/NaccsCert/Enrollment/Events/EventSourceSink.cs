using System;
using NaccsCert.Diagnostics;

namespace NaccsCert.Enrollment.Events;

/// <summary>Writes how enrollments start and end to the event source, from which log and event sessions take it.</summary>
internal sealed class EventSourceSink : IProgress<EnrollmentEvent>
{
    private EventSourceSink()
    {
    }

    /// <summary>The one instance: it has no state.</summary>
    public static EventSourceSink Instance { get; } = new();

    /// <inheritdoc/>
    public void Report(EnrollmentEvent value)
    {
        switch (value)
        {
            case EnrollmentStarted started:
                NaccsCertEventSource.Log.EnrollmentStarted(started.Operation.ToString(), started.Service, ModuleVersion.Text);
                break;
            case EnrollmentCompleted { Result: { } result }:
                NaccsCertEventSource.Log.EnrollmentCompleted(
                    result.Status.ToString(), result.Thumbprint ?? string.Empty, result.Reason);
                break;
            case EnrollmentFailed { Error: { } error }:
                NaccsCertEventSource.Log.EnrollmentFailed(error.ErrorId.ToString(), error.Target, error.Message);
                break;
        }
    }
}
