using System;

namespace NaccsCert.Services;

/// <summary>A time in which the service pauses.</summary>
/// <param name="Start">Its beginning, in UTC.</param>
/// <param name="End">The first moment after it, in UTC.</param>
internal sealed record MaintenanceWindow(DateTimeOffset Start, DateTimeOffset End);
