using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace NaccsCert.Module.Tests.Engine;

public sealed class PowerShellSessionTests(PowerShellSession session) : IClassFixture<PowerShellSession>
{
    private const string Ask = "param([Parameter(Mandatory)] [string] $Name) \"<$Name>\"";

    [Fact]
    public void Parameters_reach_the_script_as_objects()
    {
        SessionRun run = session.Invoke("param($number, $text) $number + 1; $text", ("number", 1), ("text", "日本"));
        Assert.Equal([2, "日本"], [run.Output[0].BaseObject, run.Output[1].BaseObject]);
    }

    [Fact]
    public void Prompts_take_the_answers_in_a_row()
    {
        SessionRun run = session.Answer("first").Invoke(Ask);
        Assert.Equal("<first>", Assert.Single(run.Output).ToString());
        Assert.Contains("Name: ", run.Shown, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_without_an_answer_fails()
    {
        SessionRun run = session.Invoke(Ask);
        Assert.True(run.Terminated);
        Assert.Equal(["MissingMandatoryParameter"], run.ErrorIds);
    }

    [Fact]
    public void An_error_that_ends_the_script_is_the_last_of_the_errors()
    {
        SessionRun run = session.Invoke("Import-Module nowhere; throw 'the end'");
        Assert.True(run.Terminated);
        Assert.Equal(["Modules_ModuleNotFound", "the end"], run.ErrorIds);
    }

    [Fact]
    public void Scripts_run_in_the_culture_of_the_session()
    {
        using var japanese = new PowerShellSession { Culture = CultureInfo.GetCultureInfo("ja-JP") };
        SessionRun run = japanese.Invoke("([datetime] '2026-01-02').ToString('D')");
        Assert.Equal("2026年1月2日金曜日", Assert.Single(run.Output).ToString());
    }

    [Fact]
    public async Task A_script_can_be_stopped_and_the_session_used_again()
    {
        using var stop = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        Task<SessionRun> running = session.InvokeAsync(
            "param($begun) 'begun'; $begun.Set(); while ($true) { }", stop.Token, ("begun", begun));
        begun.Wait(TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        SessionRun run = await running;
        Assert.True(run.Stopped);
        Assert.Equal("begun", Assert.Single(run.Output).ToString());
        Assert.Empty(run.Errors);
        Assert.Equal("again", Assert.Single(session.Invoke("'again'").Output).ToString());
    }
}
