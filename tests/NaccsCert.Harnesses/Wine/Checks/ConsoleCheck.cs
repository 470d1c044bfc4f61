using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>What a user sees of a Japanese session, as UTF-8.</summary>
internal static class ConsoleCheck
{
    private const string Expected = "サービス定義 nobody が見つかりません";

    /// <summary>Runs the check.</summary>
    public static async Task<Finding> RunAsync(WinePrefix prefix, CancellationToken cancellationToken)
    {
        string script = "[Threading.Thread]::CurrentThread.CurrentUICulture = 'ja-JP'; "
            + $"Import-Module '{WinePrefix.WindowsPath(BuildPaths.StagedModule)}'; Get-NaccsMaintenanceWindow -Service nobody";
        ProgramRun run = await prefix.RunPowerShellAsync(["-Command", script], cancellationToken);
        bool shown = run.Text.Contains(Expected, StringComparison.Ordinal);
        return new Finding(new GuestCheck("Japanese", "an error comes out of the process whole", script, Expected), shown ? Expected : "(not shown)", run.Text);
    }
}
