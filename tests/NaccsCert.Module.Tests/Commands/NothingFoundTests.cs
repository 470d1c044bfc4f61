using System;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Nothing found is never silence: account, computer, the most frequent mistake, and what to type.</summary>
[Collection(ReminderFolder.Turns)]
public sealed class NothingFoundTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Continue = " -WarningAction Continue";

    [Theory]
    [InlineData("Get-NaccsCertificate", "Request-NaccsCertificate")]
    [InlineData("Test-NaccsCertificate", "Request-NaccsCertificate")]
    [InlineData("Update-NaccsCertificate", "Request-NaccsCertificate")]
    [InlineData("Get-NaccsRenewalPlan", "Request-NaccsCertificate")]
    [InlineData("Remove-NaccsCertificate *", "Request-NaccsCertificate")]
    [InlineData("Get-NaccsEnrollment", "Get-NaccsCertificate")]
    [InlineData("Resume-NaccsEnrollment", "Get-NaccsCertificate")]
    public void An_account_with_nothing_is_named_once_with_the_next_command(string command, string next)
    {
        ReadInEnglish();
        SessionRun run = Invoke(command + Continue);
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
        string warning = Assert.Single(run.Warnings);
        Assert.Contains($"ccount {Environment.UserName} on computer {Environment.MachineName} has no ", warning, StringComparison.Ordinal);
        Assert.Contains("Are you logged on with the account that ", warning, StringComparison.Ordinal);
        Assert.Contains($"run: {next} -Service {Service}", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-NaccsCertificate -Status Expired")]
    [InlineData("Get-NaccsCertificate -ExpiringWithin 1")]
    [InlineData("Get-NaccsCertificate XYZ*")]
    [InlineData("Test-NaccsCertificate -Terminal XYZ*")]
    [InlineData("Test-NaccsMigration -Terminal XYZ*")]
    [InlineData("Update-NaccsCertificate -Terminal XYZ*")]
    [InlineData("Remove-NaccsCertificate -Terminal XYZ*")]
    [InlineData("'X*', 'Y*', 'Z*' | Get-NaccsCertificate")]
    public void A_filter_that_nothing_passes_is_told_once_with_the_command_that_lists_all(string command)
    {
        ReadInEnglish();
        Enrolled();
        SessionRun run = Invoke(command + Continue);
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
        string warning = Assert.Single(run.Warnings);
        Assert.Contains($"account {Environment.UserName} on computer {Environment.MachineName}", warning, StringComparison.Ordinal);
        Assert.Contains("(total: 1)", warning, StringComparison.Ordinal);
        Assert.EndsWith($"run: Get-NaccsCertificate -Service {Service} -StoreName {StoreName}", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_in_Japanese_in_the_words_of_the_manual()
    {
        Session.Language = System.Globalization.CultureInfo.GetCultureInfo("ja");
        string warning = Assert.Single(Invoke("Get-NaccsCertificate" + Continue).Warnings);
        Assert.Contains(Environment.UserName, warning, StringComparison.Ordinal);
        Assert.Contains("登録したアカウントでログオンしていますか。", warning, StringComparison.Ordinal);
        Assert.Contains("Request-NaccsCertificate", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_an_error_already_or_has_no_input_is_no_warning_too()
    {
        Enrolled();
        Assert.All(
            [
                "Get-NaccsCertificate ('0' * 40)",
                "Get-NaccsCertificate -Terminal nowhere",
                "@() | Get-NaccsCertificate",
                "Get-NaccsCertificate | Test-NaccsCertificate",
                "Update-NaccsCertificate -WhatIf",
                "Remove-NaccsCertificate -Superseded",
            ],
            command => Assert.DoesNotContain(
                Invoke(command + Continue).Warnings, warning => warning.Contains(Environment.MachineName, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_agents_run_says_nothing_of_it()
    {
        SessionRun run = Invoke(
            $"Test-NaccsCompliance {Continue}; Invoke-NaccsRenewalReminder -NoNotice -NonInteractive {Continue}");
        Assert.Empty(run.Warnings);
        Assert.Empty(run.Information);
        Assert.Equal("NoCertificate", $"{Assert.Single(run.Output).Properties["Code"].Value}");
    }
}
