using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Staging;

public sealed class ManifestTests(PowerShellSession session) : IClassFixture<PowerShellSession>
{
    private static readonly string Manifest = Path.Combine(BuildPaths.StagedModule, "NaccsCert.psd1");

    [Fact]
    public void The_manifest_is_valid()
    {
        SessionRun run = session.Invoke("param($path) Test-ModuleManifest $path", ("path", Manifest));
        Assert.Empty(run.Errors);
        var module = (PSModuleInfo)Assert.Single(run.Output).BaseObject;
        Assert.Equal("5.1", module.PowerShellVersion.ToString());
        Assert.Equal(["Desktop", "Core"], module.CompatiblePSEditions);
        Assert.Equal("https://github.com/naccscert/naccscert", module.ProjectUri.ToString());
        Assert.Contains("NACCS", module.Tags);
    }

    [Fact]
    public void The_manifest_has_the_version_of_the_assembly()
    {
        SessionRun run = session.Invoke("(Get-Module NaccsCert).Version.ToString()");
        var assembly = AssemblyName.GetAssemblyName(Path.Combine(BuildPaths.StagedModule, "bin", "Core", "NaccsCert.PowerShell.dll"));
        Assert.Equal(assembly.Version!.ToString(3), Assert.Single(run.Output).ToString());
    }

    [Fact]
    public void The_manifest_exports_exactly_the_cmdlets_that_the_assembly_has()
    {
        SessionRun run = session.Invoke("""
            $commands = (Get-Command Get-NaccsCertificate).ImplementingType.Assembly.GetTypes()
            foreach ($type in $commands) {
                $cmdlet = [Reflection.CustomAttributeExtensions]::GetCustomAttribute($type, [System.Management.Automation.CmdletAttribute])
                if ($cmdlet) { "$($cmdlet.VerbName)-$($cmdlet.NounName)" }
            }
            """);
        SessionRun exported = session.Invoke("(Get-Module NaccsCert).ExportedCommands.Keys");
        Assert.NotEmpty(run.Output);
        Assert.Equal(
            run.Output.Select(item => item.ToString()).Order(),
            exported.Output.Select(item => item.ToString()).Order());
    }

    [Theory]
    [InlineData("CmdletsToExport")]
    [InlineData("FunctionsToExport")]
    [InlineData("AliasesToExport")]
    [InlineData("VariablesToExport")]
    public void Nothing_is_exported_by_wildcard(string key)
    {
        string line = Assert.Single(
            File.ReadLines(Manifest), line => line.TrimStart().StartsWith(key, System.StringComparison.Ordinal));
        Assert.DoesNotContain('*', line);
    }
}
