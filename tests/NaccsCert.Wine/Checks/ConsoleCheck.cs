using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Wine.Guest;

namespace NaccsCert.Wine.Checks;

/// <summary>What a user sees of a Japanese session, as UTF-8.</summary>
internal static class ConsoleCheck
{
    private const string Expected = "サービス定義 nobody が見つかりません";

    /// <summary>Runs the check.</summary>
    public static async Task<Finding> RunAsync(WinePrefix prefix, CancellationToken cancellationToken)
    {
        string script = $"Import-Module '{WinePrefix.WindowsPath(StagedFiles.Module)}'; Get-NaccsMaintenanceWindow -Service nobody";
        ProgramRun run = await prefix.RunAsync(
            [StagedFiles.Engine, "-NonInteractive", "-Culture", "ja-JP", "-Command", script], cancellationToken);
        bool shown = run.Text.Contains(Expected, StringComparison.Ordinal);
        return new Finding(new Check("Japanese", "an error comes out of the process whole", script, Expected), shown ? Expected : "(not shown)", run.Text);
    }
}
