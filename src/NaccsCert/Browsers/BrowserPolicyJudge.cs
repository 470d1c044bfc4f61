using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Resources;
using NaccsCert.Services;

namespace NaccsCert.Browsers;

/// <summary>Finds out what an entry would meet among those that are set. It decides; reading and writing is for others.</summary>
/// <param name="list">The list that the entry belongs to.</param>
/// <param name="found">What is set for the browser, in all lists.</param>
internal sealed class BrowserPolicyJudge(string list, IReadOnlyList<FoundEntry> found)
{
    /// <summary>Judges an entry.</summary>
    /// <param name="host">The host that it is for.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="number">Its number in the list.</param>
    /// <returns>Where it is set, null for nowhere; and what contradicts it.</returns>
    public (string? SetAt, IReadOnlyList<NaccsBrowserConflict> Conflicts) Judge(ServiceHost host, AutoSelectEntry entry, int number)
    {
        FoundEntry? set = found.FirstOrDefault(other => IsSame(AutoSelectEntry.Parse(other.Text), host, entry));
        IEnumerable<NaccsBrowserConflict?> conflicts = found.Where(other => other != set)
            .Select(other => ConflictWith(other, host, entry) ?? (set is null ? ConflictOfNumber(other, number) : null));
        return (set?.Location, [.. conflicts.OfType<NaccsBrowserConflict>(), .. OtherLists(set?.List ?? list)]);
    }

    private static NaccsBrowserConflict? ConflictWith(FoundEntry other, ServiceHost host, AutoSelectEntry entry)
    {
        if (AutoSelectEntry.Parse(other.Text) is not { } parsed)
        {
            return Conflict(BrowserConflictKind.BrokenEntry, other, StringId.BrowserBrokenEntry);
        }

        PatternMatch match = UrlPattern.Match(parsed.Pattern, host);
        if (match == PatternMatch.None || parsed.Filter == entry.Filter)
        {
            return null;
        }

        return match == PatternMatch.SameHost
            ? Conflict(BrowserConflictKind.OtherFilter, other, StringId.BrowserOtherFilter)
            : Conflict(BrowserConflictKind.WiderPattern, other, StringId.BrowserWiderPattern, parsed.Pattern);
    }

    private NaccsBrowserConflict? ConflictOfNumber(FoundEntry other, int number) =>
        other.List == list && other.Name == number.ToString(CultureInfo.InvariantCulture)
            ? Conflict(BrowserConflictKind.NumberInUse, other, StringId.BrowserNumberInUse, FreeNumber)
            : null;

    // From which on nothing is in use.
    private int FreeNumber => 1 + found.Where(other => other.List == list)
        .Select(other => int.TryParse(other.Name, NumberStyles.None, CultureInfo.InvariantCulture, out int taken) ? taken : 0)
        .DefaultIfEmpty()
        .Max();

    private IEnumerable<NaccsBrowserConflict> OtherLists(string counted) => found
        .Where(other => other.List != counted)
        .GroupBy(other => other.List)
        .Select(others => new NaccsBrowserConflict
        {
            Kind = BrowserConflictKind.OtherList,
            Path = others.Key,
            Value = null,
            Reason = Strings.Format(StringId.BrowserOtherList, others.Key),
        });

    private static bool IsSame(AutoSelectEntry? one, ServiceHost host, AutoSelectEntry entry) =>
        one is not null && one.Filter == entry.Filter && UrlPattern.Match(one.Pattern, host) == PatternMatch.SameHost;

    private static NaccsBrowserConflict Conflict(BrowserConflictKind kind, FoundEntry other, StringId reason, params object[] more) => new()
    {
        Kind = kind,
        Path = other.Location,
        Value = other.Text is null ? null : ForeignText.ToMessage(other.Text),
        Reason = Strings.Format(reason, [other.Location, .. more]),
    };
}
