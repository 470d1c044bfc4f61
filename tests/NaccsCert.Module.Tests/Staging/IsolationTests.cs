using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Staging;

/// <summary>Another module's copy of a third-party assembly and this module's own in one process, in either order.</summary>
public sealed class IsolationTests
{
    private const string ShowCopies = """
        function Show-Copies {
            foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
                $name = $assembly.GetName()
                if ($name.Name -eq 'BouncyCastle.Cryptography') {
                    "$($name.Version) in $([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name)"
                }
            }
        }

        """;

    private const string UseOther = "[void][Reflection.Assembly]::LoadFrom($Other); [Other.Marker]::Speak()\n";

    private const string UseOurs =
        "\"$((Request-NaccsCertificate -Service $Service -SkipRootCA $Code1 $Code2 $Code3).Status)\"\n";

    private static readonly string OurCopy =
        $"{AssemblyName.GetAssemblyName(Path.Combine(BuildPaths.StagedModule, "bin", "Core", "BouncyCastle.Cryptography.dll")).Version} in NaccsCert";

    [Theory]
    [InlineData("Import-Module $Module; " + UseOther + UseOurs + "Show-Copies")]
    [InlineData(UseOther + "Import-Module $Module; " + UseOurs + "Show-Copies")]
    public async Task Another_copy_that_came_first_disturbs_neither_side(string script) => Assert.Equal(
        $"other\nEnrolled\n9.9.9.9 in Default\n{OurCopy}\n", await RunAsync(script));

    [Fact]
    public async Task Another_copy_that_comes_later_disturbs_neither_side() => Assert.Equal(
        $"Enrolled\nother\n{OurCopy}\n9.9.9.9 in Default\n",
        await RunAsync("Import-Module $Module; " + UseOurs + UseOther + "Show-Copies"));

    [Fact]
    public async Task This_modules_copy_is_given_to_nobody_else() => Assert.Equal(
        "Enrolled\nFileNotFoundException\n",
        await RunAsync(
            "Import-Module $Module; " + UseOurs + """
            try { [Reflection.Assembly]::Load('BouncyCastle.Cryptography') }
            catch { $_.Exception.InnerException.GetType().Name }
            """));

    [Fact]
    public async Task Importing_and_listing_load_no_third_party_code() => Assert.Equal(
        string.Empty,
        await RunAsync("Import-Module $Module; [void](Get-NaccsCertificate -WarningAction Ignore); [void](Get-Command -Module NaccsCert -Syntax); Show-Copies"));

    private static async Task<string> RunAsync(string script)
    {
        using var home = new ScratchHome();
        using var scratch = new ScratchDirectory();
        string file = scratch.Member("script.ps1");
        string other = scratch.Member("BouncyCastle.Cryptography.dll");
        OtherAssembly.Save(other);
        await File.WriteAllTextAsync(
            file,
            "param($Module, $Other, $Service, $Code1, $Code2, $Code3)\n" + ShowCopies + script,
            TestContext.Current.CancellationToken);
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync(
            new SandboxOptions(), TestContext.Current.CancellationToken);
        CodeSet codes = sandbox.Codes[0];
        IEnumerable<string> arguments =
        [
            "-NonInteractive", "-File", file, BuildPaths.StagedModule, other,
            sandbox.ServiceDefinitionPath, codes.Code1, codes.Code2, codes.Code3,
        ];
        ProcessRun run = await PowerShellProcess.RunAsync(string.Empty, arguments, TestContext.Current.CancellationToken, home);
        Assert.Equal(string.Empty, run.Error);
        return run.Output;
    }
}
