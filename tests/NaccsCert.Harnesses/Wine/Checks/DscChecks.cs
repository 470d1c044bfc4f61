using System.Collections.Generic;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>The DSC resource of the settings, which writes the registry of the computer.</summary>
internal static class DscChecks
{
    private const string Area = "DSC";

    // The guest has the engine alone; what these need of the modules of PowerShell is beside it.
    private const string Commands = """
        foreach ($part in 'Management', 'Utility') {
            Import-Module ([IO.Path]::Combine([IO.Path]::GetDirectoryName([psobject].Assembly.Location), "Microsoft.PowerShell.Commands.$part.dll"))
        }

        """;

    private const string Show = "@('autoRenew', 'archiveSuperseded', 'reminderDays', 'serviceDefinition').ForEach({ \"$_=$($state.$_)\" }) -join ' '";

    /// <summary>The checks. They leave nothing in the registry.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        new(Area, "nothing is set at first", $"{Commands}{Run("Get", string.Empty)}; {Show}", "autoRenew= archiveSuperseded= reminderDays= serviceDefinition="),
        new(
            Area,
            "what is set is in the registry, and the module goes by it",
            $"{Run("Set", """{"autoRenew":true,"archiveSuperseded":false,"reminderDays":14,"serviceDefinition":"C:\\定義\\会社.json"}""")}; {Show}; "
            + "Get-NaccsPolicy AutoRenew, ReminderDays, Serv* | ForEach-Object { \"$($_.Value) $($_.Source)\" }",
            @"autoRenew=True archiveSuperseded=False reminderDays=14 serviceDefinition=C:\定義\会社.json, C:\定義\会社.json Computer, True Computer, 14 Computer"),
        new(
            Area,
            "then it is in the desired state, and out of it with another value",
            $$"""{{Run("Test", """{"reminderDays":14,"rootCA":null}""")}}; $state._inDesiredState; {{Run("Test", """{"reminderDays":7}""")}}; $state._inDesiredState""",
            "True, False"),
        new(
            Area,
            "a value that the module cannot use is refused, and the one before stays",
            $"{Run("Set", """{"reminderDays":29}""")}; $LASTEXITCODE; {Run("Get", string.Empty)}; {Show}",
            @"2, autoRenew=True archiveSuperseded=False reminderDays=14 serviceDefinition=C:\定義\会社.json"),
        new(
            Area,
            "null takes settings away",
            $"{Run("Set", """{"autoRenew":null,"archiveSuperseded":null,"reminderDays":null,"serviceDefinition":null}""")}; {Show}\n"
            + @"[Microsoft.Win32.Registry]::LocalMachine.DeleteSubKeyTree('Software\Policies\NaccsCert')",
            "autoRenew= archiveSuperseded= reminderDays= serviceDefinition="),
    ];

    private static string Run(string operation, string desired) =>
        $@"$state = & ""$Module\dsc\NaccsCertDsc.ps1"" -Resource Policy -Operation {operation} -InputJson '{desired}' | ConvertFrom-Json";
}
