using System;
using System.Globalization;

namespace NaccsCert;

/// <summary>A time in which the service pauses (manual 9.4).</summary>
public sealed record NaccsMaintenanceWindow
{
    /// <summary>The name of the service definition.</summary>
    public required string Service { get; init; }

    /// <summary>Whether it is on now.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Its beginning (UTC).</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The first moment after it (UTC).</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Its beginning as the clocks of the service show it: in Japan, for NACCS.</summary>
    public required DateTimeOffset ServiceStart { get; init; }

    /// <summary>Its end as the clocks of the service show it.</summary>
    public required DateTimeOffset ServiceEnd { get; init; }

    /// <summary>Its beginning as this computer's clock shows it.</summary>
    public required DateTimeOffset LocalStart { get; init; }

    /// <summary>Its end as this computer's clock shows it.</summary>
    public required DateTimeOffset LocalEnd { get; init; }

    /// <summary>The window on one line.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}: {1:yyyy-MM-dd HH:mm zzz} - {2:yyyy-MM-dd HH:mm zzz}", Service, ServiceStart, ServiceEnd);
}
