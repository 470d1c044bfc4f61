using System.Collections.Generic;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>All checks, in the order in which they are made.</summary>
internal static class AllChecks
{
    /// <summary>Lists them by session.</summary>
    /// <param name="certificates">Certificates for the store.</param>
    /// <returns>The culture of each session, and its checks.</returns>
    public static IEnumerable<(string Culture, IReadOnlyList<GuestCheck> Checks)> List(WineCertificates certificates) =>
    [
        (
            "en-US",
            [
                .. ImportChecks.List(),
                .. DefinitionChecks.List(),
                .. TimeChecks.List(),
                .. JournalChecks.List(),
                .. StoreChecks.List(certificates),
                .. PolicyChecks.List(),
                .. PolicyValueChecks.List(),
                .. AccountChecks.List(),
                .. FunctionChecks.List(),
            ]),
        ("ja-JP", [ImportChecks.Import, .. JapaneseChecks.List()]),
    ];
}
