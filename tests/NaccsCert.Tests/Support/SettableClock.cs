using System;
using NaccsCert.Time;

namespace NaccsCert.Tests.Support;

/// <summary>A clock that stands until a test moves it.</summary>
internal sealed class SettableClock(DateTimeOffset now) : IClock
{
    public DateTimeOffset UtcNow { get; set; } = now;

    /// <summary>The machine's time, in whole seconds as HTTP and the journal have them.</summary>
    public static SettableClock AtNow() => new(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));
}
