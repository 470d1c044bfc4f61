using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Staging;

/// <summary>
/// What a whole PowerShell process has loaded of the protocols, by the runtime's own events: it tells the name of each type that it
/// loads, and writes them to a file.
/// </summary>
public sealed class ProtocolLoadTests
{
    // The folders of a protocol.
    private const string Est = @"NaccsCert\.Transport\.Est";
    private const string Scep = @"NaccsCert\.(Transport|Messages)\.Scep";

    // Import, a list, an enrollment, and the detection script, which ends the process.
    private const string Script =
        """
        param($Module, $Service, $Code1, $Code2, $Code3)
        Import-Module $Module
        [void](Get-NaccsCertificate -Service $Service -WarningAction Ignore)
        "$((Request-NaccsCertificate -Service $Service -SkipRootCA $Code1 $Code2 $Code3).Status)"
        & (Join-Path $Module 'scripts/Intune/Detect-NaccsCertificate.ps1') -Service $Service
        """;

    [Theory]
    [InlineData("Est", Est, Scep)]
    [InlineData("Scep", Scep, Est)]
    public async Task Who_uses_one_protocol_loads_no_type_of_the_other(string protocol, string own, string other)
    {
        string names = await NamesLoadedByAsync(protocol);

        Assert.NotEmpty(TypesOf(own, names));
        Assert.Empty(TypesOf(other, names));
    }

    private static IEnumerable<string> TypesOf(string folder, string names) =>
        Regex.Matches(names, folder + @"\.\w+").Select(match => match.Value).Distinct();

    private static async Task<string> NamesLoadedByAsync(string protocol)
    {
        using var home = new ScratchHome();
        using var scratch = new ScratchDirectory();
        string script = scratch.Member("script.ps1");
        string trace = scratch.Member("types.nettrace");
        await File.WriteAllTextAsync(script, Script, TestContext.Current.CancellationToken);
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync(
            new SandboxOptions { Protocol = protocol }, TestContext.Current.CancellationToken);
        CodeSet codes = sandbox.Codes[0];
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            [
                "-NonInteractive", "-File", script, BuildPaths.StagedModule,
                sandbox.ServiceDefinitionPath, codes.Code1, codes.Code2, codes.Code3,
            ],
            TestContext.Current.CancellationToken,
            home,
            new Dictionary<string, string?>
            {
                ["DOTNET_EnableEventPipe"] = "1",
                ["DOTNET_EventPipeOutputPath"] = trace,

                // TypeDiagnostic, as verbose as it gets: the event TypeLoadStop, with the name of the type.
                ["DOTNET_EventPipeConfig"] = "Microsoft-Windows-DotNETRuntime:0x8000000000:5",
            });
        Assert.StartsWith("Enrolled\n", run.Output, StringComparison.Ordinal);
        return NamesIn(await File.ReadAllBytesAsync(trace, TestContext.Current.CancellationToken));
    }

    // Names are UTF-16, at even and at odd places of the file.
    private static string NamesIn(byte[] trace) =>
        Encoding.Unicode.GetString(trace) + Encoding.Unicode.GetString(trace, 1, trace.Length - 1);
}
