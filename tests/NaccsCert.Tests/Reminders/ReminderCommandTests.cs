using System;
using System.IO;
using NaccsCert.Renewal;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>The command lines outlive updates of the module, wherever it is.</summary>
public sealed class ReminderCommandTests
{
    private const string SystemFolder = @"C:\Windows\System32";
    private const string PowerShell = @"""C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe""";

    private static readonly string Modules = Path.Combine(Path.GetTempPath(), "Modules");

    [Theory]
    [InlineData("NaccsCert")]
    [InlineData("naccscert")]
    [InlineData("NaccsCert", "1.2.3")]
    [InlineData("naccscert", "0.1.0")]
    public void They_name_the_folder_above_the_module_and_no_version(params string[] folders)
    {
        ReminderCommand command = New(Path.Combine([Modules, .. folders]));
        string import = $"\"$env:PSModulePath = '{Modules};' + $env:PSModulePath; Import-Module NaccsCert;";

        Assert.Equal(@"C:\Windows\System32\conhost.exe", command.Program);
        Assert.Equal(
            $"--headless {PowerShell} -NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -Command {import} Invoke-NaccsRenewalReminder\"",
            command.RunArguments(autoRenew: false));
        Assert.Equal(
            $"{PowerShell} -NoProfile -NoExit -ExecutionPolicy RemoteSigned -Command {import} Update-NaccsCertificate\"",
            command.RenewCommandLine);
    }

    [Fact]
    public void Silent_renewal_is_the_users_wish_in_the_task()
    {
        ReminderCommand command = New(Path.Combine(Modules, "NaccsCert"));
        Assert.EndsWith("Invoke-NaccsRenewalReminder -AutoRenew\"", command.RunArguments(autoRenew: true), StringComparison.Ordinal);
        Assert.DoesNotContain("-AutoRenew", command.RunArguments(autoRenew: false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_with_an_apostrophe_and_blanks_stays_one_text()
    {
        string folder = Path.Combine(Path.GetTempPath(), "O'Hara & Söhne", "PowerShell Modules");
        ReminderCommand command = New(Path.Combine(folder, "NaccsCert", "1.2.3"));

        Assert.Contains($"'{folder.Replace("'", "''", StringComparison.Ordinal)};'", command.RunArguments(false), StringComparison.Ordinal);

        // Windows parts arguments at quotation marks: two around the program, two around the command, none in between.
        Assert.Equal(4, command.RunArguments(true).Split('"').Length - 1);
        Assert.Equal(4, command.RenewCommandLine.Split('"').Length - 1);
    }

    [Theory]
    [InlineData('\u2018')]
    [InlineData('\u2019')]
    [InlineData('\u201A')]
    [InlineData('\u201B')]
    public void Nothing_that_PowerShell_takes_for_an_apostrophe_ends_the_text(char quote)
    {
        var command = new ReminderCommand(Path.Combine(Modules, "NaccsCert"), SystemFolder, $"a{quote}; calc");

        Assert.Contains($" -Service 'a{quote}{quote}; calc'", command.RunArguments(false), StringComparison.Ordinal);
        Assert.Contains($" -Service 'a{quote}{quote}; calc'", command.RenewCommandLine, StringComparison.Ordinal);
    }

    private static ReminderCommand New(string moduleFolder) => new(moduleFolder, SystemFolder);
}
