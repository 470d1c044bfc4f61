using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Wine.Checks;
using NaccsCert.Wine.Guest;
using NaccsCert.Wine.Reporting;

namespace NaccsCert.Wine;

/// <summary>Runs the checks and prints the table.</summary>
internal static class Harness
{
    /// <summary>Runs all checks in a Windows of their own.</summary>
    /// <param name="programs">Wine.</param>
    /// <param name="output">Where the table goes.</param>
    /// <param name="cancellationToken">The user's wish for an end.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(WinePrograms programs, TextWriter output, CancellationToken cancellationToken)
    {
        using var certificates = new TestCertificates();
        List<Finding> findings = [];
        await using (WinePrefix prefix = await WinePrefix.CreateAsync(programs, cancellationToken))
        {
            GuestFiles.Write(prefix);
            foreach ((string culture, IReadOnlyList<Check> checks) in AllChecks.List(certificates))
            {
                findings.AddRange(await EngineSession.RunAsync(prefix, culture, checks, cancellationToken));
            }

            findings.Add(await ConsoleCheck.RunAsync(prefix, cancellationToken));
            Table.Print(output, findings);
            await output.WriteLineAsync(await prefix.VersionAsync(cancellationToken));
        }

        int failed = findings.Count(finding => !finding.IsAsExpected);
        await output.WriteLineAsync($"wine: {findings.Count - failed} checks passed, {failed} failed");
        return failed == 0 && findings.Count > 0 ? 0 : 1;
    }
}
