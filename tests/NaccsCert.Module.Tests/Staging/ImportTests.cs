using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Staging;

public sealed class ImportTests(PowerShellSession session) : IClassFixture<PowerShellSession>
{
    private const string Exported =
        "(Get-Module NaccsCert).ExportedCmdlets.Keys; (Get-Command -Module NaccsCert -CommandType Cmdlet).ModuleName";

    [Fact]
    public void Commands_belong_to_the_module()
    {
        SessionRun run = session.Invoke("(Get-Command Get-NaccsCertificate).Source");
        Assert.Equal("NaccsCert", Assert.Single(run.Output).BaseObject);
    }

    [Theory]
    [InlineData("Import-Module $path -Force; Import-Module $path -Force")]
    [InlineData("Remove-Module NaccsCert; Import-Module $path")]
    [InlineData("Remove-Module NaccsCert; Import-Module $path/NaccsCert.psd1; Import-Module $path -Force")]
    public void Importing_again_keeps_every_cmdlet(string import)
    {
        using var own = new PowerShellSession();
        SessionRun before = own.Invoke(Exported);
        SessionRun after = own.Invoke($"param($path) {import}; {Exported}", ("path", BuildPaths.StagedModule));
        Assert.Empty(after.Errors);
        Assert.NotEmpty(before.Output);
        Assert.Equal(Texts(before), Texts(after));
    }

    [Fact]
    public void Removing_the_module_takes_its_cmdlets_away()
    {
        using var own = new PowerShellSession();
        SessionRun run = own.Invoke("Remove-Module NaccsCert; Get-Command *-Naccs*");
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Importing_needs_no_warning_and_says_nothing()
    {
        SessionRun run = session.Invoke("param($path) Import-Module $path -Force", ("path", BuildPaths.StagedModule));
        Assert.Empty(run.Errors);
        Assert.Empty(run.Warnings);
        Assert.Empty(run.Output);
        Assert.Empty(run.Shown);
    }

    [Theory]
    [InlineData("[NaccsCert.CertificateStatus]::Valid", "Valid")]
    [InlineData("[NaccsCert.EnrollmentResult].Name", "EnrollmentResult")]
    public void Output_types_can_be_named_in_a_script(string script, string text)
    {
        SessionRun run = session.Invoke(script);
        Assert.Empty(run.Errors);
        Assert.Equal(text, Assert.Single(run.Output).ToString());
    }

    [Fact]
    public void Every_declared_output_type_can_be_named_in_a_script()
    {
        SessionRun types = session.Invoke("(Get-Command -Module NaccsCert).OutputType.Name");
        Assert.NotEmpty(types.Output);
        foreach (PSObject type in types.Output)
        {
            SessionRun named = session.Invoke("param($name) ($name -as [type]).FullName", ("name", type.BaseObject));
            Assert.Equal(type.ToString(), Assert.Single(named.Output).ToString());
        }
    }

    private static string[] Texts(SessionRun run) => [.. run.Output.Select(item => item.ToString())];
}
