using System;

namespace NaccsCert.Fleet;

/// <summary>Somebody from whom nothing was heard for too long.</summary>
/// <param name="ComputerName">The name of the computer.</param>
/// <param name="UserName">The account; empty for a computer that has never reported.</param>
/// <param name="LastReport">When it reported last (UTC); null for never.</param>
internal sealed record FleetSilence(string ComputerName, string UserName, DateTimeOffset? LastReport);
