using System;
using NaccsCert.Enrollment.Events;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>Adds up the time of HTTP exchanges.</summary>
internal sealed class ExchangeSink : IProgress<EnrollmentEvent>
{
    private TimeSpan _time;

    public void Report(EnrollmentEvent value) => _time += (value as RequestCompleted)?.Exchange.Duration ?? TimeSpan.Zero;

    /// <summary>The time since the last call.</summary>
    public TimeSpan TakeTime()
    {
        TimeSpan taken = _time;
        _time = TimeSpan.Zero;
        return taken;
    }
}
