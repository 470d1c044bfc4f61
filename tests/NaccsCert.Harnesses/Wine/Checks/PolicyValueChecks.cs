using System.Collections.Generic;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>The values of Group Policy by their kinds, as they are listed with their source, and what uses them.</summary>
internal static class PolicyValueChecks
{
    private const string Area = "policy values";

    private const string Key = @"Software\Policies\NaccsCert";
    private const string User = $@"HKEY_CURRENT_USER\{Key}";
    private const string Machine = $@"HKEY_LOCAL_MACHINE\{Key}";

    private const string Show = "ForEach-Object { \"$($_.Name)=$($_.Value) $($_.Source)\" }";

    private const string Used = "$window = @(Get-NaccsMaintenanceWindow 1)[-1]; \"$($window.Service) $(($window.End - $window.Start).TotalHours)\"";

    /// <summary>The checks. They leave nothing in the registry.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        Listed(
            "without any, the module's own hold",
            string.Empty,
            "*",
            "ServiceDefinition=naccs Default, Proxy= Default, ProxyAuthentication= Default, AutoRenew=False Default, "
            + "RenewalSpreadDays=21 Default, ReminderDays=28 Default, ReminderProvider=Module Default, ArchiveSuperseded=True Default, "
            + "RemoveArchivedDays= Default, RootCA=Ask Default, TaskHost=Conhost Default, ReportPath= Default"),
        Listed(
            "texts and DWORDs of the user",
            $"{Text(User, "RootCA", "Skip")}; {Number(User, "ReminderDays", 14)}; {Number(User, "AutoRenew", 1)}; {Text(User, "ProxyAuthentication", "ntlm")}",
            "A*, P*, Rem*, Root*",
            "Proxy= Default, ProxyAuthentication=Ntlm User, AutoRenew=True User, ReminderDays=14 User, ReminderProvider=Module Default, ArchiveSuperseded=True Default, RemoveArchivedDays= Default, RootCA=Skip User"),
        Listed(
            "those of the computer go before them, one by one",
            $"{Number(Machine, "AutoRenew", 0)}; {Number(Machine, "ReminderDays", 7)}; {Text(Machine, "ProxyAuthentication", "Basic")}",
            "A*, P*, Rem*, Root*",
            "Proxy= Default, ProxyAuthentication=Basic Computer, AutoRenew=False Computer, ReminderDays=7 Computer, ReminderProvider=Module Default, ArchiveSuperseded=True Default, RemoveArchivedDays= Default, RootCA=Skip User"),
        Reason("the place of a value is named", string.Empty, "RootCA", $@"Set by Group Policy: {User}\RootCA"),
        Listed(
            "a number as text, one out of range and a choice that is none leave it to the user",
            $"{Text(Machine, "ReminderDays", "7")}; {Number(Machine, "AutoRenew", 2)}; {Text(Machine, "ProxyAuthentication", "Basic,Ntlm")}",
            "A*, P*, Rem*",
            "Proxy= Default, ProxyAuthentication=Ntlm User, AutoRenew=True User, ReminderDays=14 User, ReminderProvider=Module Default, ArchiveSuperseded=True Default, RemoveArchivedDays= Default"),
        Reason(
            "they are told of with their place",
            string.Empty,
            "ReminderDays",
            $@"Group Policy contains an invalid value, which is ignored: {Machine}\ReminderDays"),
        Reason(
            "a QWORD and a list of texts are told of as well",
            $"{Set(Machine, "RenewalSpreadDays", "[long]7", "QWord")}; {Set(User, "RenewalSpreadDays", "[string[]]'7'", "MultiString")}",
            "RenewalSpreadDays",
            $@"Group Policy contains an invalid value, which is ignored: {Machine}\RenewalSpreadDays, {User}\RenewalSpreadDays"),
        new(Area, "the user's definition is used where -Service names none", $"{Text(User, "ServiceDefinition", "user")}; {Used}", "user 4"),
        new(
            Area,
            "the computer's, a file, goes before it",
            $@"{Text(Machine, "ServiceDefinition", $@"{GuestFiles.Folder}\file.json")}; {Used}",
            "file 1"),
        new(
            Area,
            "also with a variable in its path",
            $@"{Set(Machine, "ServiceDefinition", @"'%SystemDrive%\definitions\file.json'", "ExpandString")}; {Used}; (Get-NaccsPolicy Serv*).Value",
            $@"file 1, {GuestFiles.Folder}\file.json"),
        new(Area, "-Service goes before both", Used.Replace("Window 1", "Window 1 -Service both", System.StringComparison.Ordinal), "both 5"),
        new(
            Area,
            "a definition that is not there is an error, not another service",
            $@"{Text(Machine, "ServiceDefinition", $@"{GuestFiles.Folder}\none.json")}; {Used}",
            "error ServiceDefinitionNotFound"),
        Listed(
            "without the keys all is as before",
            $"[Microsoft.Win32.Registry]::LocalMachine.DeleteSubKeyTree('{Key}'); [Microsoft.Win32.Registry]::CurrentUser.DeleteSubKeyTree('{Key}')",
            "Serv*, Rem*",
            "ServiceDefinition=naccs Default, ReminderDays=28 Default, ReminderProvider=Module Default, RemoveArchivedDays= Default"),
    ];

    private static GuestCheck Listed(string name, string before, string settings, string expected) =>
        new(Area, name, $"{before}\nGet-NaccsPolicy {settings} | {Show}", expected);

    private static GuestCheck Reason(string name, string before, string setting, string expected) =>
        new(Area, name, $"{before}\n(Get-NaccsPolicy {setting}).Reason", expected);

    private static string Text(string key, string name, string value) => Set(key, name, $"'{value}'", "String");

    private static string Number(string key, string name, int value) => Set(key, name, $"{value}", "DWord");

    private static string Set(string key, string name, string value, string kind) =>
        $"[Microsoft.Win32.Registry]::SetValue('{key}', '{name}', {value}, '{kind}')";
}
