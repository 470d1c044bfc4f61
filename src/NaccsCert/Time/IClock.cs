using System;

namespace NaccsCert.Time;

/// <summary>Where the library takes the time from; handed in, so that no decision depends on a hidden clock.</summary>
internal interface IClock
{
    /// <summary>The present moment in UTC.</summary>
    DateTimeOffset UtcNow { get; }
}
