using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What a person is told to do next, and what a script sees of it.</summary>
public sealed class NextStepTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Theory]
    [InlineData("Get-NaccsCertificate", "")]
    [InlineData("Get-NaccsRenewalPlan", "")]
    [InlineData("Test-NaccsCertificate -Terminal *", "-Terminal {0} ")]
    public void A_due_certificate_leads_to_its_renewal_by_the_exact_command(string command, string subject)
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        Enroll(codes).Result();
        SessionRun run = Invoke(command);
        string step = $"{Assert.Single(run.Information)}";
        string terminal = string.Format(CultureInfo.InvariantCulture, subject, codes.Terminal);
        Assert.Equal(
            $"Next: Certificates due for renewal: 1. To renew:{Environment.NewLine}    Update-NaccsCertificate {terminal}-Service {Service} -StoreName {StoreName}",
            step);
        Assert.Contains(step, run.Shown, StringComparison.Ordinal);

        // As it is typed.
        SessionRun typed = Invoke("$PSDefaultParameterValues.Clear()\n" + step.Split(Environment.NewLine)[1] + " -KeyAlgorithm EcdsaP256");
        Assert.Equal("Renewed", typed.Text("Status"));
        Assert.StartsWith("Next: Restart the browser", $"{Assert.Single(typed.Information)}", StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_in_Japanese()
    {
        Session.Language = CultureInfo.GetCultureInfo("ja");
        Enrolled();
        Assert.StartsWith(
            "次の操作: 更新時期の証明書が1件あります。", $"{Assert.Single(Invoke("Get-NaccsCertificate").Information)}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrow_console_breaks_a_sentence_between_words_and_a_command_nowhere()
    {
        Session.Language = CultureInfo.GetCultureInfo("ja");
        Enrolled();
        SessionRun run = Invoke(
            """
            $usual = $Host.UI.RawUI.BufferSize
            try {
                $Host.UI.RawUI.BufferSize = [Management.Automation.Host.Size]::new(57, 50)
                Get-NaccsCertificate
            }
            finally { $Host.UI.RawUI.BufferSize = $usual }
            """);
        Assert.Equal(
            [
                "次の操作: 更新時期の証明書が1件あります。更新するには、",
                "次のコマンドを実行してください。",
                $"    Update-NaccsCertificate -Service {Service} -StoreName {StoreName}",
            ],
            $"{Assert.Single(run.Information)}".Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("Get-NaccsCertificate | Out-Null")]
    [InlineData("Get-NaccsCertificate -InformationAction Ignore")]
    [InlineData("Get-NaccsCertificate 6> $null")]
    [InlineData("Test-NaccsCertificate -NonInteractive")]
    [InlineData("Update-NaccsCertificate -KeyAlgorithm EcdsaP256 -NonInteractive")]
    public void Who_pipes_on_redirects_or_wants_no_questions_is_shown_nothing(string command)
    {
        Enrolled();
        SessionRun run = Invoke(command);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Shown);
    }

    [Fact]
    public async Task A_console_shows_it_below_the_table_and_a_program_that_reads_the_output_does_not()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The pseudo-terminal is that of Linux.");
        CodeSet codes = TakeCodes();
        string script = Scratch.Member("script.ps1");
        await File.WriteAllTextAsync(
            script,
            $"""
            Import-Module '{BuildPaths.StagedModule}'
            $null = Request-NaccsCertificate {codes.Code1} {codes.Code2} {codes.Code3} -KeyAlgorithm EcdsaP256 -Service '{Service}'
            Get-NaccsCertificate -Service '{Service}'
            $null = Read-Host end
            """,
            TestContext.Current.CancellationToken);
        using var home = new ScratchHome();
        string terminal = await PowerShellTerminal.AnswerAsync(
            ["-File", script], "end:", string.Empty, home, RunCulture.VariablesFor("en-US"), TestContext.Current.CancellationToken);
        Assert.Matches($@"(?s)Renewal due +{codes.Terminal}.*Next: Certificates due for renewal: 1[.].*Update-NaccsCertificate -Service ", terminal);

        ProcessRun run = await PowerShellProcess.RunAsync(
            "\n",
            ["-Command", $"Import-Module '{BuildPaths.StagedModule}'; Get-NaccsCertificate -Service '{Service}'"],
            TestContext.Current.CancellationToken,
            home,
            RunCulture.VariablesFor("en-US"));
        Assert.Contains(codes.Terminal, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Update-NaccsCertificate", run.Output, StringComparison.Ordinal);
    }
}
