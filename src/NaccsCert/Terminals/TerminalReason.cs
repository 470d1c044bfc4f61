using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Resources;

namespace NaccsCert.Terminals;

/// <summary>Says in a sentence or two what a comparison has found, and what to do.</summary>
/// <param name="source">Where was looked for what is installed.</param>
/// <param name="zone">The zone whose days count.</param>
internal sealed class TerminalReason(InstalledSource source, TimeZoneInfo zone)
{
    private const int MaxLocations = 4;

    /// <summary>The reason in the language of the session.</summary>
    /// <param name="status">What was found.</param>
    /// <param name="order">The row of the list; null for none.</param>
    /// <param name="group">What is installed.</param>
    /// <param name="suspension">The day from which the certificate may be suspended; null where none is known, or there is no such day.</param>
    /// <param name="isPast">Whether that day has begun.</param>
    public string Of(TerminalStatus status, OrderedTerminal? order, InstalledGroup group, DateTimeOffset? suspension, bool isPast) => status switch
    {
        TerminalStatus.NotFetched => Strings.Join(Strings.Format(NotFound), Deadline(order!, suspension, isPast)),
        TerminalStatus.Expired => Strings.Join(
            Strings.Format(StringId.TerminalExpired, Day(group.Decisive!.NotAfter), Names(group.Locations)),
            Strings.Format(isPast ? StringId.SuspensionPast : StringId.SuspensionAhead, Day(suspension!.Value))),
        TerminalStatus.Unusable => Strings.Format(StringId.TerminalUnusable, Names(group.Locations)),
        TerminalStatus.Unverified => Strings.Format(StringId.TerminalUnverified, Names(group.Locations)),
        TerminalStatus.Duplicate => Strings.Format(
            group.UsableLocations.Count > 1 ? StringId.TerminalOnSeveral : StringId.TerminalTwice, Names(group.UsableLocations)),
        TerminalStatus.Unknown => Strings.Format(StringId.TerminalNotOrdered, Names(group.Locations)),
        TerminalStatus.Superseded => Strings.Format(
            group.Usable.Count > 0 ? StringId.TerminalOldLeft : StringId.TerminalOldOnly, Names(group.OtherLocations)),
        TerminalStatus.RenewalDue => Strings.Format(StringId.TerminalRenewalDue, Day(group.Decisive!.NotAfter), Names(group.Locations)),
        _ => Strings.Format(StringId.TerminalInstalled, Names(group.Locations)),
    };

    private StringId NotFound => source switch
    {
        InstalledSource.Store => StringId.TerminalNotInStore,
        InstalledSource.Reports => StringId.TerminalNotInReports,
        _ => StringId.TerminalNotGiven,
    };

    private string Deadline(OrderedTerminal order, DateTimeOffset? suspension, bool isPast)
    {
        if (suspension is not { } day)
        {
            return Strings.Format(StringId.SuspensionUnknown);
        }

        StringId text = isPast ? StringId.SuspensionPast : StringId.FetchBefore;
        return order.Issued is null
            ? Strings.Join(Strings.Format(text, Day(day)), Strings.Format(StringId.CountedFromOrder))
            : Strings.Format(text, Day(day));
    }

    private string Day(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Names(IReadOnlyCollection<string> locations) => locations.Count <= MaxLocations
        ? string.Join(", ", locations)
        : Strings.Format(StringId.AndMore, string.Join(", ", locations.Take(MaxLocations)), locations.Count - MaxLocations);
}
