using System;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Host;

public sealed class PromptTests : HostTests
{
    private const string Mandatory = """
        param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [securestring] $Secret, [Parameter(Mandatory)] [int[]] $Many)
        "$Name|$([System.Net.NetworkCredential]::new('', $Secret).Password)|$($Many.Count)"
        """;

    private const string Change = """
        [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param()
        if ($PSCmdlet.ShouldProcess('target', 'change')) { 'changed' } else { 'kept' }
        """;

    [Fact]
    public async Task Missing_parameters_are_asked_for_on_standard_input()
    {
        HostRun run = await AnswerAsync("名前\nsecret\n1\n2\n\n", "-File", Script(Mandatory));
        Assert.EndsWith("Name: Secret: Many[0]: Many[1]: Many[2]: 名前|secret|2\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("y\n", "changed")]
    [InlineData("\n", "changed")]
    [InlineData("No\n", "kept")]
    [InlineData("what?\n?\nn\n", "kept")]
    public async Task A_confirmation_takes_a_key_a_label_or_the_default(string input, string shown)
    {
        HostRun run = await AnswerAsync(input, "-File", Script(Change));
        Assert.Contains("Performing the operation \"change\" on target \"target\".", run.Output, StringComparison.Ordinal);
        Assert.EndsWith($"(default is \"Y\"): {shown}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_is_asked_for()
    {
        HostRun run = await AnswerAsync(
            "user\npass\n",
            "-Command",
            "$c = $Host.UI.PromptForCredential('caption', 'message', '', ''); $c.UserName; $c.GetNetworkCredential().Password");
        Assert.Equal("caption\nmessage\nUser: Password for user user: user\npass\n", run.Output);
    }

    [Fact]
    public async Task The_end_of_standard_input_fails_a_prompt()
    {
        HostRun run = await RunFileAsync(Mandatory);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Name", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Mandatory, "Name Secret Many")]
    [InlineData(Change, "non-interactive")]
    [InlineData("$Host.UI.ReadLine()", "non-interactive")]
    [InlineData("$Host.UI.ReadLineAsSecureString()", "non-interactive")]
    [InlineData("$Host.UI.PromptForCredential('', '', '', '')", "non-interactive")]
    public async Task A_non_interactive_session_fails_every_prompt_at_once(string script, string error)
    {
        HostRun run = await AnswerAsync("y\n", "-NonInteractive", "-File", Script(script));
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_non_interactive_prompt_fails_with_the_exception_of_pwsh()
    {
        HostRun run = await RunAsync(
            "-NonInteractive", "-Command", "try { $Host.UI.ReadLine() } catch { $_.Exception.InnerException.GetType().Name }");
        Assert.Equal("PSInvalidOperationException\n", run.Output);
    }
}
