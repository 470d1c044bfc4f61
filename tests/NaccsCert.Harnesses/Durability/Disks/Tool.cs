using System.Diagnostics;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses.Durability.Disks;

/// <summary>A command of the system that only root may use.</summary>
internal static class Tool
{
    /// <summary>Runs a command.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote to standard error when it failed; null when it succeeded.</returns>
    public static async Task<string?> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : $"{program}: {error.Trim()}";
    }
}
