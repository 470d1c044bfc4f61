using System;
using NaccsCert.Enrollment.Events;

namespace NaccsCert.Harnesses.Durability.KilledProcesses;

/// <summary>Keeps the first error that a session reports while it goes on: here it is the failure of the run.</summary>
internal sealed class ErrorSink : IProgress<EnrollmentEvent>
{
    private NaccsException? _error;

    public void Report(EnrollmentEvent value) => _error ??= (value as ErrorReported)?.Error;

    public void ThrowIfAny()
    {
        if (_error is not null)
        {
            throw _error;
        }
    }
}
