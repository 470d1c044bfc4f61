using System;
using System.Collections.Generic;

namespace NaccsCert.Fleet;

/// <summary>What the user chooses.</summary>
internal sealed record FleetOptions
{
    /// <summary>The present moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The time zone in which the user works.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>After how long without a report a computer counts as silent.</summary>
    public required TimeSpan StaleAfter { get; init; }

    /// <summary>The computers that should report; empty where there is no such list.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>What was to be read and could not be, for people.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}
