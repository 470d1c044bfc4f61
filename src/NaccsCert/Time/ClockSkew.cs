using System;

namespace NaccsCert.Time;

/// <summary>How far this computer's clock may be off before validity and TLS suffer.</summary>
internal static class ClockSkew
{
    /// <summary>As far as that, nobody need be told, and signed answers count as current.</summary>
    internal static TimeSpan Tolerated { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Evaluates a skew.</summary>
    /// <param name="skew">The service's clock minus this one; null when the service did not tell.</param>
    /// <returns>Whether the user is to be told.</returns>
    public static bool IsTooMuch(TimeSpan? skew) => skew?.Duration() > Tolerated;
}
