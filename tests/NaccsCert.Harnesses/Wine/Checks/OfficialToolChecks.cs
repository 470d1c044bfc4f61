using System.Collections.Generic;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>The operator's own tool by its uninstall entry, wherever that is, and who reminds while it is there.</summary>
internal static class OfficialToolChecks
{
    private const string Area = "official tool";

    private const string Uninstall = @"Software\Microsoft\Windows\CurrentVersion\Uninstall";
    private const string Product = @"{5D1F3C52-0B0F-4E0E-9A61-2A6B7A6F0001}";
    private const string Other = "Other";
    private const string Policy = @"Software\Policies\NaccsCert";
    private const string Tool = "NACCS デジタル証明書取得ツール";

    private const string Found = """
        $result = Test-NaccsCompliance
        $reminder = Get-NaccsRenewalReminder
        "$($result.OfficialTool)|$($reminder.OfficialTool)|$($reminder.RemindedBy)"
        """;

    /// <summary>The checks. They leave nothing in the registry.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        new(Area, "without an entry there is none", Found, "||Module"),
        new(
            Area,
            "other programs, and one of its key and another name, are not it",
            $"{Write("CurrentUser", "Default", Other, "NACCS ツール", "1")}; {Write("CurrentUser", "Default", Product, "7", null)}\n{Found}",
            "||Module"),
        new(Area, "one of the user, with its version", $"{Write("CurrentUser", "Default", Product, Tool, "1.2.3")}\n{Found}", $"{Tool} 1.2.3|{Tool} 1.2.3|Module"),
        new(Area, "gone with its entry", $"{Delete("CurrentUser", "Default", Product)}\n{Found}", "||Module"),
        new(
            Area,
            "one of the computer, 64 bits, without a version",
            $"{Write("LocalMachine", "Registry64", Product, Tool, null)}\n{Found}; {Delete("LocalMachine", "Registry64", Product)}",
            $"{Tool}|{Tool}|Module"),
        new(
            Area,
            "one of the computer, 32 bits, its name without the blank, as the manual writes it elsewhere",
            $"{Write("LocalMachine", "Registry32", Product, Tool.Replace(" ", string.Empty, System.StringComparison.Ordinal), "2.0")}\n{Found}",
            $"{Tool} 2.0|{Tool} 2.0|Module"),
        new(
            Area,
            "it reminds where Group Policy says so",
            $@"[Microsoft.Win32.Registry]::SetValue('HKEY_CURRENT_USER\{Policy}', 'ReminderProvider', 'OfficialTool', 'String')" + $"\n{Found}",
            $"{Tool} 2.0|{Tool} 2.0|OfficialTool"),
        new(
            Area,
            "and the module again, once it is gone",
            $"{Delete("LocalMachine", "Registry32", Product)}; {Delete("CurrentUser", "Default", Other)}\n{Found}\n"
            + $"[Microsoft.Win32.Registry]::CurrentUser.DeleteSubKeyTree('{Policy}')",
            "||Module"),
    ];

    private static string Write(string hive, string view, string product, string name, string? version)
    {
        string key = $@"$key = [Microsoft.Win32.RegistryKey]::OpenBaseKey('{hive}', '{view}').CreateSubKey('{Uninstall}\{product}')";
        return version is null
            ? $"{key}; $key.SetValue('DisplayName', '{name}')"
            : $"{key}; $key.SetValue('DisplayName', '{name}'); $key.SetValue('DisplayVersion', '{version}')";
    }

    private static string Delete(string hive, string view, string product) =>
        $@"[Microsoft.Win32.RegistryKey]::OpenBaseKey('{hive}', '{view}').DeleteSubKeyTree('{Uninstall}\{product}')";
}
