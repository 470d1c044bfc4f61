using System.Collections.Generic;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>All checks that run in a session, in the order in which they are made.</summary>
internal static class AllChecks
{
    /// <summary>Lists them by session.</summary>
    /// <param name="certificates">Certificates for the store.</param>
    public static IEnumerable<GuestSession> List(WineCertificates certificates) =>
    [
        new(
            "staged",
            "en-US",
            WinePrefix.WindowsPath(BuildPaths.StagedModule),
            [
                .. ImportChecks.List(),
                .. DefinitionChecks.List(),
                .. TimeChecks.List(),
                .. JournalChecks.List(),
                .. StoreChecks.List(certificates),
                .. PolicyChecks.List(),
                .. PolicyValueChecks.List(),
                .. OfficialToolChecks.List(),
                .. BrowserPolicyChecks.List(),
                .. AccountChecks.List(),
                .. FunctionChecks.List(),
                .. DscChecks.List(),
            ]),
        new("installed", "ja-JP", InstalledModule.Name, [ImportChecks.Import, .. InstalledChecks.List(), .. ReminderTaskChecks.List(), .. JapaneseChecks.List()]),
    ];
}
