using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;

namespace NaccsCert.TestSupport.PowerShell;

/// <summary>
/// Starts PowerShell: the .NET tool that <c>.config/dotnet-tools.json</c> names. The build has restored it with the packages,
/// and compiled it for this machine; it runs on the runtime of this process.
/// </summary>
public static class PowerShellProgram
{
    /// <summary>Gives what a process is started from: no profile, UTF-8, and nothing sent or looked up on the network.</summary>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <returns>What a process is started from; nothing is redirected.</returns>
    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments) => StartInfo("PowerShell", arguments);

    /// <summary>Gives the same for PowerShell as its package has it, which the runtime compiles anew in every process.</summary>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <returns>What a process is started from; nothing is redirected.</returns>
    public static ProcessStartInfo UncompiledStartInfo(IEnumerable<string> arguments) => StartInfo("PowerShellPackage", arguments);

    /// <summary>Redirects all three standard streams, as UTF-8 without a byte order mark, and gives the process its surroundings.</summary>
    /// <param name="start">What a process is started from.</param>
    /// <param name="home">Its home; null for that of this process.</param>
    /// <param name="variables">Further environment variables, null ones to be removed; null for none.</param>
    internal static void Prepare(ProcessStartInfo start, ScratchHome? home, IReadOnlyDictionary<string, string?>? variables)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = start.StandardOutputEncoding = start.StandardErrorEncoding = encoding;
        home?.ApplyTo(start);
        foreach ((string name, string? value) in variables ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }
    }

    private static ProcessStartInfo StartInfo(string build, IEnumerable<string> arguments)
    {
        string folder = typeof(PowerShellProgram).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == build).Value!;
        ProcessStartInfo start = DotnetProgram.StartInfo(Path.Combine(folder, "pwsh.dll"), ["-NoProfile", "-NoLogo", .. arguments]);
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["NO_COLOR"] = "1";
        return start;
    }
}
