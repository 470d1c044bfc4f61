using System;

namespace NaccsCert.Time;

/// <summary>The clock of this computer.</summary>
internal sealed class SystemClock : IClock
{
    /// <inheritdoc/>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow;
}
