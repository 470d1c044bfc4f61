using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Terminals;

/// <summary>All that is installed of a terminal, at a moment.</summary>
/// <param name="installed">The certificates, each of them once for each place.</param>
/// <param name="now">The present moment.</param>
internal sealed class InstalledGroup(IReadOnlyCollection<InstalledTerminal> installed, DateTimeOffset now)
{
    /// <summary>Those that can be used, or renewed.</summary>
    public IReadOnlyList<InstalledTerminal> Usable { get; } =
        [.. installed.Where(one => one.StatusAt(now) is CertificateStatus.Valid or CertificateStatus.RenewalDue).OrderBy(one => one.NotAfter)];

    /// <summary>The one that decides: of those that can be used the first to end, or else the one that ended last.</summary>
    public InstalledTerminal? Decisive => Usable.Count > 0
        ? Usable[0]
        : installed.OrderBy(one => one.StatusAt(now) == CertificateStatus.Superseded).ThenByDescending(one => one.NotAfter).FirstOrDefault();

    /// <summary>Where there are any.</summary>
    public IReadOnlyList<string> Locations => LocationsOf(installed);

    /// <summary>What is to be said of the terminal, if it was ordered.</summary>
    public TerminalStatus Status
    {
        get
        {
            if (Usable.Count > 1)
            {
                return TerminalStatus.Duplicate;
            }

            return Decisive?.StatusAt(now) switch
            {
                null => TerminalStatus.NotFetched,
                CertificateStatus.RenewalDue => TerminalStatus.RenewalDue,
                CertificateStatus.Expired => TerminalStatus.Expired,
                CertificateStatus.KeyMissing or CertificateStatus.KeyUnusable => TerminalStatus.Unusable,
                CertificateStatus.Unverified => TerminalStatus.Unverified,
                CertificateStatus.Superseded => TerminalStatus.Superseded,
                _ => installed.Count > 1 ? TerminalStatus.Superseded : TerminalStatus.Installed,
            };
        }
    }

    /// <summary>Where those are that can be used.</summary>
    public IReadOnlyList<string> UsableLocations => LocationsOf(Usable);

    /// <summary>Where others are than the one that can be used.</summary>
    public IReadOnlyList<string> OtherLocations => LocationsOf(installed.Where(one => !Usable.Contains(one)));

    private static IReadOnlyList<string> LocationsOf(IEnumerable<InstalledTerminal> terminals) =>
        [.. terminals.Select(one => one.Location).Distinct(StringComparer.OrdinalIgnoreCase)];
}
