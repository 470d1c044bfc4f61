using System.Collections.Generic;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>
/// The reminder's task of the installed module. Wine's <c>schtasks.exe</c> hands what it is given to its Task Scheduler, which reads
/// words and settings, keeps them as a file, and runs nothing; its answer to whether a task is there is always yes.
/// </summary>
internal static class ReminderTaskChecks
{
    private const string Area = "reminder's task";

    private const string Kept = @"[Environment]::SystemDirectory + '\tasks\' + (Get-NaccsRenewalReminder).TaskName";

    // What the task runs, as Windows PowerShell reads it: the last argument of the command line.
    private const string Command = """
        $arguments = ([xml] (Register-NaccsRenewalReminder -Service user -AsTaskDefinition)).Task.Actions.Exec.Arguments
        $errors = $null
        $command = [System.Management.Automation.Language.Parser]::ParseInput(
            [regex]::Match($arguments, '-Command "([^"]*)"$').Groups[1].Value, [ref] $null, [ref] $errors)
        """;

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        new(
            Area,
            "it is the user's, by the SID",
            """
            $task = ([xml] (Register-NaccsRenewalReminder -AsTaskDefinition)).Task
            $task.Principals.Principal.UserId -eq [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
            """,
            "True"),
        new(
            Area,
            "its program is there",
            "[IO.File]::Exists(([xml] (Register-NaccsRenewalReminder -AsTaskDefinition)).Task.Actions.Exec.Command)",
            "True"),
        new(
            Area,
            "its command is one that PowerShell reads, with the path in one piece",
            $$"""
            {{Command}}
            $errors.Count
            $texts = $command.FindAll({ $args[0] -is [System.Management.Automation.Language.StringConstantExpressionAst] }, $true).Value
            @($texts | Where-Object { $_.Length -gt 9 -and (Get-Module NaccsCert).ModuleBase.StartsWith($_.TrimEnd(';')) }).Count
            """,
            "0, 1"),
        new(Area, "nothing is registered", "(Get-NaccsRenewalReminder).Status", "NotRegistered"),
        new(
            Area,
            "it is registered with Wine's scheduler",
            "(Register-NaccsRenewalReminder -WarningAction SilentlyContinue).Status",
            "Healthy"),
        new(
            Area,
            "the scheduler has read its UTF-16: words and settings are those of -AsTaskDefinition",
            $$"""
            $kept = ([xml] [IO.File]::ReadAllText(({{Kept}}))).Task
            $given = ([xml] (Register-NaccsRenewalReminder -AsTaskDefinition)).Task
            $kept.RegistrationInfo.Description -match '[\u3040-\u30FF]' -and $kept.RegistrationInfo.Description -eq $given.RegistrationInfo.Description
            @($given.Settings.ChildNodes | Where-Object { $kept.Settings.($_.LocalName) -ne $_.InnerText }).Count
            """,
            "True, 0"),
        new(
            Area,
            "another computer takes it away, and a new password does not",
            "Test-NaccsMigration -Change Computer, PasswordReset | Where-Object Item -EQ Reminder | ForEach-Object { \"$($_.Status)\" }",
            "Lost, Stays"),
        new(
            Area,
            "the file by which it was handed over is gone",
            "[IO.Directory]::GetFiles($env:LOCALAPPDATA + '\\NaccsCert', 'task.xml', 'AllDirectories').Count",
            "0"),
        new(
            Area,
            "the button of its notices is registered, with the same path",
            """
            $line = [Microsoft.Win32.Registry]::GetValue('HKEY_CURRENT_USER\Software\Classes\naccscert\shell\open\command', '', '')
            $line.Contains('通関株式会社')
            """,
            "True"),
        new(
            Area,
            "it is removed, with what was registered for notices",
            $$"""
            $file = {{Kept}}
            (Unregister-NaccsRenewalReminder).Status
            [IO.File]::Exists($file)
            $null -eq [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey('Software\Classes\naccscert')
            """,
            "NotRegistered, False, True"),
    ];
}
