using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;

namespace NaccsCert.Harnesses.BrowserChoice;

/// <summary>The policy as <c>Get-NaccsBrowserPolicy</c> of the staged module gives it.</summary>
internal static class BrowserPolicyText
{
    private const string Script = "Import-Module $args[0]; Get-NaccsBrowserPolicy Chromium -Service $args[1] -As LinuxJson";

    /// <summary>Runs the command in PowerShell, as an administrator does.</summary>
    /// <param name="definition">The path of the service definition.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    public static async Task<string> OfAsync(string definition, CancellationToken cancellationToken)
    {
        using var home = new ScratchHome();
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            ["-NonInteractive", "-NoProfile", "-CommandWithArgs", Script, BuildPaths.StagedModule, definition],
            cancellationToken,
            home,
            new Dictionary<string, string?>(RunCulture.VariablesFor("en-US")));
        return run.ExitCode == 0 && run.Output.Length > 0
            ? run.Output
            : throw new InvalidOperationException($"Get-NaccsBrowserPolicy: {run.Error}{run.Output}");
    }
}
