using System;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Host;

public sealed class StreamTests : HostTests
{
    private const string EveryStream = """
        function Show-Streams {
            [CmdletBinding()] param()
            $PSCmdlet.WriteObject('output')
            $PSCmdlet.WriteVerbose('v')
            $PSCmdlet.WriteWarning('w')
            $PSCmdlet.WriteDebug('d')
            $PSCmdlet.WriteInformation('i', @())
            $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'activity', 'status'))
        }
        $DebugPreference = $VerbosePreference = $InformationPreference = 'Continue'
        Show-Streams
        """;

    [Fact]
    public async Task Streams_go_to_standard_output_with_their_labels_and_progress_garbles_nothing()
    {
        HostRun run = await RunFileAsync(EveryStream);
        Assert.Equal("output\nVERBOSE: v\nWARNING: w\nDEBUG: d\ni\n", run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Errors_go_to_standard_error()
    {
        HostRun run = await RunFileAsync("Import-Module nowhere; 'after'\nthrow 'the end'");
        Assert.Equal("after\n", run.Output);
        Assert.Contains("'nowhere'", run.Error, StringComparison.Ordinal);
        Assert.Contains("the end", run.Error, StringComparison.Ordinal);
        Assert.Contains("script.ps1:2", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Fact]
    public async Task Japanese_is_written_as_UTF_8_without_a_byte_order_mark()
    {
        HostRun run = await RunCommandAsync("'日本語'; throw '失敗'");
        Assert.Equal("日本語\n", run.Output);
        Assert.StartsWith("Exception", run.Error, StringComparison.Ordinal);
        Assert.Contains("失敗", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_are_formatted_and_Japanese_columns_line_up()
    {
        HostRun run = await RunCommandAsync("[pscustomobject]@{ Name = '日本'; Next = 1 }, [pscustomobject]@{ Name = 'abcd'; Next = 2 }");
        Assert.Equal("\nName Next\n---- ----\n日本    1\nabcd    2\n\n", run.Output);
    }

    [Theory]
    [InlineData("en-US", "Friday, January 2, 2026")]
    [InlineData("ja-JP", "2026年1月2日金曜日")]
    public async Task Scripts_run_in_the_culture_that_was_asked_for(string culture, string date)
    {
        HostRun run = await RunAsync("-Culture", culture, "-Command", "$PSCulture; $PSUICulture; ([datetime] '2026-01-02').ToString('D')");
        Assert.Equal($"{culture}\n{culture}\n{date}\n", run.Output);
    }

    [Fact]
    public async Task The_host_names_itself()
    {
        HostRun run = await RunCommandAsync("$Host.Name; $Host.Version -gt '0.0'");
        Assert.Equal("NaccsCert.PSHost\nTrue\n", run.Output);
    }

    [Fact]
    public async Task Modules_come_from_the_folders_of_the_environment_only()
    {
        HostRun run = await RunCommandAsync("\"path: $env:PSModulePath\"");
        Assert.Equal($"path: {Environment.GetEnvironmentVariable("PSModulePath")}\n", run.Output);
    }
}
