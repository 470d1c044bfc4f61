using System;
using System.IO;
using NaccsCert.Renewal;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>The command lines outlive updates of the module, wherever it is.</summary>
public sealed class ReminderCommandTests
{
    private const string SystemFolder = @"C:\Windows\System32";
    private const string PowerShellPath = @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe";
    private const string PowerShell = $"\"{PowerShellPath}\"";

    private static readonly string Modules = Path.Combine(Path.GetTempPath(), "Modules");

    [Theory]
    [InlineData("NaccsCert", "NaccsCert")]
    [InlineData("naccscert", "naccscert")]
    [InlineData("NaccsCert", "NaccsCert", "1.2.3")]
    [InlineData("naccscert", "naccscert", "0.1.0")]
    public void They_name_the_folder_of_the_module_and_no_version(string imported, params string[] folders)
    {
        ReminderCommand command = New(Path.Combine([Modules, .. folders]));
        string import = $"\"Import-Module '{Path.Combine(Modules, imported)}';";

        Assert.Equal(@"C:\Windows\System32\conhost.exe", command.Program);
        Assert.Equal(
            $"--headless {PowerShell} -NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -Command {import} Invoke-NaccsRenewalReminder -NonInteractive\"",
            command.RunArguments);
        Assert.Equal(
            $"{PowerShell} -NoProfile -NoExit -ExecutionPolicy RemoteSigned -Command {import} Update-NaccsCertificate\"",
            command.RenewCommandLine);
    }

    [Theory]
    [InlineData("Tools")]
    [InlineData("NaccsCert", "copy")]
    [InlineData("Tools", "1.2.3")]
    public void A_folder_of_another_name_is_known_by_its_manifest(params string[] folders)
    {
        string folder = Path.Combine([Modules, .. folders]);

        Assert.Contains($"Import-Module '{Path.Combine(folder, "NaccsCert.psd1")}';", New(folder).RunArguments, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_conhost_is_blocked_Windows_PowerShell_is_the_program_itself()
    {
        string folder = Path.Combine(Modules, "NaccsCert");
        var command = new ReminderCommand(SystemFolder, new ReminderOptions(folder, TaskHost: ReminderTaskHost.PowerShell));

        Assert.Equal(PowerShellPath, command.Program);
        Assert.Equal(
            "-WindowStyle Hidden -NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -Command "
            + $"\"Import-Module '{folder}'; Invoke-NaccsRenewalReminder -NonInteractive\"",
            command.RunArguments);
        Assert.Equal(New(folder).RenewCommandLine, command.RenewCommandLine);
    }

    [Fact]
    public void Silent_renewal_is_the_users_wish_in_the_task()
    {
        string folder = Path.Combine(Modules, "NaccsCert");
        var silent = new ReminderCommand(SystemFolder, new ReminderOptions(folder, AutoRenew: true));

        Assert.EndsWith("Invoke-NaccsRenewalReminder -NonInteractive -AutoRenew\"", silent.RunArguments, StringComparison.Ordinal);
        Assert.DoesNotContain("-AutoRenew", New(folder).RunArguments, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("O'Hara & S\u00F6hne", "O''Hara & S\u00F6hne")]
    [InlineData("O\u2019Brien \u306E \u201Cfolder\u201D", "O\u2019\u2019Brien \u306E \u201Cfolder\u201D")]
    [InlineData("a;b[1]`n", "a;b`[1`]``n")]
    public void A_path_of_any_characters_stays_one_text(string name, string written)
    {
        ReminderCommand command = New(Path.Combine(Path.GetTempPath(), name, "NaccsCert", "1.2.3"));
        string import = $"Import-Module '{Path.Combine(Path.GetTempPath(), written, "NaccsCert")}';";

        Assert.Contains(import, command.RunArguments, StringComparison.Ordinal);
        Assert.Contains(import, command.RenewCommandLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100%PATH%")]
    [InlineData("%1")]
    [InlineData("$(Arg0)")]
    [InlineData("a\" ; calc #")]
    [InlineData(@"ends with a backslash\")]
    [InlineData("two\r\nlines \u0001 \uFFFF")]
    public void Nothing_is_left_for_Windows_to_part_to_replace_or_to_choke_on(string service)
    {
        var command = new ReminderCommand(SystemFolder, new ReminderOptions(Path.Combine(Modules, "NaccsCert"), service, AutoRenew: true));

        Assert.All([command.RunArguments, command.RenewCommandLine], line =>
        {
            Assert.Equal(4, line.Split('"').Length - 1);
            Assert.DoesNotContain("\\\"", line, StringComparison.Ordinal);
            Assert.DoesNotContain('%', line);
            Assert.DoesNotContain('$', line);
            Assert.Equal(line, XmlText.From(line));
            Assert.DoesNotContain(line, char.IsControl);
        });
    }

    private static ReminderCommand New(string moduleFolder) => new(SystemFolder, new ReminderOptions(moduleFolder));
}
