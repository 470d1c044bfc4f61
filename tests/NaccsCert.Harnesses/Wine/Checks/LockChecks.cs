using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>Two processes at once: one holds the reminder's lock, and the other finds it held, and free when the first is gone.</summary>
internal static partial class LockChecks
{
    private const string Area = "two processes";

    private const string Folder = @"C:\two-processes";

    // A process of Windows lets go of a file when it ends, however that is; this one ends without closing it.
    private const string Holder = $$"""
        $folder = [IO.Directory]::CreateDirectory($env:LOCALAPPDATA + '\NaccsCert\reminder').FullName
        $null = [IO.Directory]::CreateDirectory('{{Folder}}')
        $lock = [IO.File]::Open($folder + '\lock', 'OpenOrCreate', 'Write', 'None')
        [IO.File]::WriteAllText('{{Folder}}\held', '')
        while (-not [IO.File]::Exists('{{Folder}}\seen')) { [Threading.Thread]::Sleep(50) }
        [Environment]::Exit(0)
        """;

    private static readonly string Other = $$"""
        Import-Module '{{WinePrefix.WindowsPath(BuildPaths.StagedModule)}}'
        function Show { 'BUSY=' + [bool] (Invoke-NaccsRenewalReminder -StoreName NobodyHasThis -NoNotice -Verbose -Confirm:$false 4>&1 | Where-Object { $_ -like 'Another run*' }) }
        while (-not [IO.File]::Exists('{{Folder}}\held')) { [Threading.Thread]::Sleep(50) }
        Show
        [IO.File]::WriteAllText('{{Folder}}\seen', '')
        do {
            try { [IO.File]::Open($env:LOCALAPPDATA + '\NaccsCert\reminder\lock', 'Open', 'Write', 'None').Dispose(); $free = $true } catch { $free = $false }
        } until ($free)
        Show
        """;

    /// <summary>Runs both.</summary>
    public static async Task<IEnumerable<Finding>> RunAsync(WinePrefix prefix, CancellationToken cancellationToken)
    {
        ProgramRun[] runs = await Task.WhenAll(
            prefix.RunPowerShellAsync(["-Command", Holder], cancellationToken),
            prefix.RunPowerShellAsync(["-Command", Other], cancellationToken));
        string[] seen = [.. Answer().Matches(runs[1].Text).Select(match => match.Value)];
        return
        [
            new Finding(new GuestCheck(Area, "a run finds another's lock held", Other, "BUSY=True"), seen.ElementAtOrDefault(0) ?? "(nothing)", runs[1].Text),
            new Finding(new GuestCheck(Area, "and free when the other has ended without letting go", Other, "BUSY=False"), seen.ElementAtOrDefault(1) ?? "(nothing)", runs[1].Text),
        ];
    }

    // The terminal has marks of its own around it.
    [GeneratedRegex("BUSY=(True|False)")]
    private static partial Regex Answer();
}
