using System;
using System.Collections.Generic;
using NaccsCert.Compat;
using NaccsCert.Services;
using NaccsCert.Terminals;

namespace NaccsCert.Sessions;

/// <summary>Sets what was ordered against what is installed, by the clock of the session and the calendar of the service.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="definition">The service.</param>
internal sealed class TerminalComparison(SessionServices services, ServiceDefinition definition)
{
    // NSS is in Japan, also where a definition says nothing of maintenance.
    private TimeZoneInfo Zone => definition.Maintenance?.TimeZone ?? TimeZones.Find(TimeZones.ZoneOfTheService) ?? services.Zone;

    /// <summary>Compares; see <see cref="TerminalComparer.Compare"/>.</summary>
    /// <param name="ordered">What was ordered.</param>
    /// <param name="installed">What is installed.</param>
    /// <param name="source">Where was looked for that.</param>
    public IReadOnlyList<NaccsTerminal> Compare(
        IEnumerable<OrderedTerminal> ordered, IEnumerable<InstalledTerminal> installed, InstalledSource source) =>
        new TerminalComparer(source, services.Clock.UtcNow, Zone).Compare(ordered, installed);
}
