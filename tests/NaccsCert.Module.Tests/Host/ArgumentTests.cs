using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Host;

public sealed class ArgumentTests : HostTests
{
    private const string Show = """
        param([string] $Name, [int] $Count, [switch] $Loud, [string[]] $Many)
        "$Name|$Count|$Loud|$Many"
        """;

    [Theory]
    [InlineData("a|0|False|", "a")]
    [InlineData("a|-3|False|", "a", "-3")]
    [InlineData("a|3|True|", "-Loud", "-Count", "3", "a")]
    [InlineData("a|3|False|", "-Loud:$false", "-Count:3", "-Name", "a")]
    [InlineData("-x|0|False|b", "-Name:", "-x", "-Many", "b")]
    [InlineData("$(1)|0|False|it's 'quoted'", "$(1)", "-Many", "it's 'quoted'")]
    [InlineData("日本 語|0|False|", "日本 語")]
    public async Task Arguments_bind_as_the_scripts_parameters(string shown, params string[] arguments)
    {
        HostRun run = await RunFileAsync(Show, arguments);
        Assert.Equal(string.Empty, run.Error);
        Assert.Equal($"{shown}\n", run.Output);
    }

    [Fact]
    public async Task Arguments_that_do_not_bind_fail()
    {
        HostRun run = await RunFileAsync(Show, "a", "many");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'Count'", run.Error, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_knows_its_own_folder()
    {
        HostRun run = await RunFileAsync("[IO.Path]::GetFileName($PSCommandPath); $PSScriptRoot -eq [IO.Path]::GetDirectoryName($PSCommandPath)");
        Assert.Equal("script.ps1\nTrue\n", run.Output);
    }
}
