using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;

namespace NaccsCert.TestSupport.PowerShell;

/// <summary>
/// Starts PowerShell: the .NET tool that <c>.config/dotnet-tools.json</c> names. The build has restored it with the packages,
/// and it runs on the runtime of this process.
/// </summary>
public static class PowerShellProgram
{
    /// <summary>Gives what a process is started from: no profile, UTF-8, and nothing sent or looked up on the network.</summary>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <returns>What a process is started from; nothing is redirected.</returns>
    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        ProcessStartInfo start = DotnetProgram.StartInfo(Assembly, ["-NoProfile", "-NoLogo", .. arguments]);
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["NO_COLOR"] = "1";
        return start;
    }

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

    private static string Assembly => Path.Combine(
        typeof(PowerShellProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "PowerShell").Value!,
        OperatingSystem.IsWindows() ? "win" : "unix",
        "pwsh.dll");
}
