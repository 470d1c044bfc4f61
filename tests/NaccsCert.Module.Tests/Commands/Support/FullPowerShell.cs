using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>A PowerShell with all its modules, which the engine of a session does not have: CSV, JSON, jobs and tables.</summary>
internal static class FullPowerShell
{
    /// <summary>Runs a script with the module, in the home of the tests.</summary>
    /// <param name="script">The script; <c>$service</c> and <c>$store</c> are the parameters of every command in it.</param>
    /// <param name="service">The path of the service definition.</param>
    /// <param name="storeName">The store.</param>
    /// <param name="culture">The culture; null for that of the run.</param>
    /// <returns>The lines that it wrote to its output.</returns>
    public static async Task<string[]> RunAsync(string script, string service, string storeName, string? culture = null)
    {
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            [
                "-NoProfile",
                "-NonInteractive",
                "-Command",
                $"Import-Module '{BuildPaths.StagedModule}'; $service = '{service}'; $store = '{storeName}'\n"
                    + "$PSDefaultParameterValues = @{ '*-Naccs*:Service' = $service; '*-Naccs*:StoreName' = $store }\n" + script,
            ],
            TestContext.Current.CancellationToken,
            variables: culture is null ? null : RunCulture.VariablesFor(culture));
        Assert.Empty(run.Error);
        return run.Output.TrimEnd('\n').Split('\n');
    }
}
