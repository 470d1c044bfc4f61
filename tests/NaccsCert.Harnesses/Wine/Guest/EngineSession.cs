using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Wine.Checks;

namespace NaccsCert.Harnesses.Wine.Guest;

/// <summary>A PowerShell session under Wine, in which checks run one after another.</summary>
internal static class EngineSession
{
    private static readonly string RunChecks = Path.Combine(AppContext.BaseDirectory, "Wine", "Guest", "RunChecks.ps1");

    // As .editorconfig wants it of scripts: without a mark Windows PowerShell reads the system code page.
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Runs the checks in a new process.</summary>
    /// <param name="prefix">The Windows.</param>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What was found; of checks that the session did not get to, what it wrote instead.</returns>
    public static async Task<IReadOnlyList<Finding>> RunAsync(
        WinePrefix prefix, GuestSession session, CancellationToken cancellationToken)
    {
        IReadOnlyList<GuestCheck> checks = session.Checks;
        string folder = $"checks-{session.Name}";
        Directory.CreateDirectory(prefix.FileOnDriveC(folder));
        for (int index = 0; index < checks.Count; index++)
        {
            await File.WriteAllTextAsync(
                prefix.FileOnDriveC($"{folder}/{NameOf(index)}.ps1"), checks[index].Script, Utf8WithMark, cancellationToken);
        }

        ProgramRun run = await prefix.RunPowerShellAsync(
            [
                "-File", WinePrefix.WindowsPath(RunChecks), "-Culture", session.Culture,
                "-Folder", $"C:\\{folder}", "-Module", session.Module,
            ],
            cancellationToken);
        Dictionary<string, string[]> results = ResultsIn(prefix.FileOnDriveC($"{folder}/results.txt"));
        return
        [
            .. checks.Select((check, index) => results.TryGetValue(NameOf(index), out string[]? result)
                ? new Finding(check, result[1], result[2])
                : new Finding(check, "(ended)", $"exit code {run.ExitCode}: {run.Text}".ReplaceLineEndings(" "))),
        ];
    }

    private static string NameOf(int index) => index.ToString("D3", CultureInfo.InvariantCulture);

    private static Dictionary<string, string[]> ResultsIn(string path) => File.Exists(path)
        ? File.ReadLines(path).Select(line => line.Split('\t')).Where(cells => cells.Length == 3).ToDictionary(cells => cells[0], StringComparer.Ordinal)
        : [];
}
