using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Terminals;

/// <summary>Sets what was ordered against what is installed.</summary>
/// <param name="source">Where was looked for what is installed.</param>
/// <param name="now">The present moment.</param>
/// <param name="zone">The zone whose days count: that of the service.</param>
internal sealed class TerminalComparer(InstalledSource source, DateTimeOffset now, TimeZoneInfo zone)
{
    private readonly Suspension _suspension = new(now, zone);

    /// <summary>Compares.</summary>
    /// <param name="ordered">What was ordered; of a terminal that is there twice the row with the last day counts.</param>
    /// <param name="installed">What is installed.</param>
    /// <returns>Each terminal once, the most urgent first: by status, then by what is over first.</returns>
    public IReadOnlyList<NaccsTerminal> Compare(
        IEnumerable<OrderedTerminal> ordered, IEnumerable<InstalledTerminal> installed)
    {
        Dictionary<string, OrderedTerminal> wanted = ordered
            .GroupBy(terminal => TerminalKey.Of(terminal.Name), StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.OrderByDescending(row => row.Counted ?? DateTime.MinValue).First(), StringComparer.Ordinal);
        ILookup<string, InstalledTerminal> found = installed
            .GroupBy(terminal => (Key: TerminalKey.Of(terminal.Name), terminal.Location, terminal.Thumbprint))
            .Select(same => same.First())
            .ToLookup(terminal => TerminalKey.Of(terminal.Name), StringComparer.Ordinal);

        return [.. wanted.Keys.Union(found.Select(group => group.Key), StringComparer.Ordinal)
            .Select(key => Evaluate(wanted.TryGetValue(key, out OrderedTerminal? order) ? order : null, [.. found[key]]))
            .OrderByDescending(terminal => (int)terminal.Status)
            .ThenBy(terminal => terminal.SuspensionFrom ?? terminal.NotAfter ?? DateTimeOffset.MaxValue)
            .ThenBy(terminal => terminal.Terminal, StringComparer.Ordinal)];
    }

    private NaccsTerminal Evaluate(OrderedTerminal? order, IReadOnlyCollection<InstalledTerminal> installed)
    {
        var group = new InstalledGroup(installed, now);
        TerminalStatus status = order is null ? TerminalStatus.Unknown : group.Status;
        DateTimeOffset? suspension = status switch
        {
            TerminalStatus.NotFetched => order!.Counted is { } day ? _suspension.From(day) : null,
            TerminalStatus.Expired => _suspension.From(group.Decisive!.NotAfter),
            _ => null,
        };
        DateTimeOffset? notAfter = InZone(group.Decisive?.NotAfter);
        return new NaccsTerminal
        {
            Status = status,
            Reason = new TerminalReason(source, zone).Of(status, order, group, suspension, suspension < now),
            Terminal = order?.Name ?? group.Decisive!.Name,
            IsOrdered = order is not null,
            Issued = order?.Issued is { } issued ? _suspension.Midnight(issued) : null,
            Ordered = order?.Ordered is { } ordered ? _suspension.Midnight(ordered) : null,
            SuspensionFrom = suspension,
            DaysToSuspension = suspension is { } from ? _suspension.DaysUntil(from) : null,
            NotAfter = notAfter,
            RenewalOpens = InZone(group.Decisive?.RenewalOpens),
            Thumbprint = group.Decisive?.Thumbprint ?? string.Empty,
            Locations = group.Locations,
            Path = order?.Path ?? string.Empty,
            Row = order?.Row,
        };
    }

    private DateTimeOffset? InZone(DateTimeOffset? moment) =>
        moment is { } known ? TimeZoneInfo.ConvertTime(known, zone) : null;
}
