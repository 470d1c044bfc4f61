using System.Collections.Generic;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>The policies of browsers in the registry: what is found there, and what a registry file puts there.</summary>
internal static class BrowserPolicyChecks
{
    private const string Area = "browser policy";

    private const string Key = @"Software\Policies\Google\Chrome\AutoSelectCertificateForUrls";
    private const string Machine = "HKEY_LOCAL_MACHINE";
    private const string User = "HKEY_CURRENT_USER";
    private const string Web = "https://web-prod.nac.naccs.jp";
    private const string Others = "https://example.com";
    private const string Command = "Get-NaccsBrowserPolicy Chrome -Service naccs -Environment Production";

    // The last is that of WebNACCS, which has the number 2.
    private const string Show = "ForEach-Object { \"$($_.Status)\"; $_.Conflicts | ForEach-Object { \"$($_.Kind) $($_.Path.Split('\\')[0])\" } }";

    /// <summary>The checks. They leave nothing in the registry.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        Found("without any, nothing is set", string.Empty, "NotSet"),
        Found("another filter of the computer", Set(Machine, "9", Entry(Web)), $"Conflict, OtherFilter {Machine}"),
        Found("a number in use", $"{Clear("LocalMachine")}; {Set(Machine, "2", Entry(Others))}", $"Conflict, NumberInUse {Machine}"),
        Found("another number than those in use", string.Empty, "NotSet", "-StartNumber 3"),
        Found("the list of the user beside that of the computer", Set(User, "1", Entry(Others)), $"Conflict, NumberInUse {Machine}, OtherList {User}"),
        Found("the computer's is another list for the user", Clear("CurrentUser"), $"Conflict, OtherList {Machine}", "-Scope User"),
        Found(
            "a number where a text belongs",
            $"{Clear("LocalMachine")}; [Microsoft.Win32.Registry]::SetValue('{Machine}\\{Key}', '7', 1)",
            $"Conflict, BrokenEntry {Machine}"),
        Found("without the key nothing is set again", Clear("LocalMachine"), "NotSet"),
        new(
            Area,
            "the registry editor imports the file, and all is set",
            $$"""
            $file = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), 'browser.reg')
            [System.IO.File]::WriteAllText($file, "$({{Command}} -Scope User -As RegistryFile)`r`n", [System.Text.Encoding]::Unicode)
            [System.Diagnostics.Process]::Start('regedit.exe', "/S `"$file`"").WaitForExit()
            {{Command}} -Scope User | ForEach-Object { "$($_.Status) $($_.Path.Split('\')[-1])" }
            {{Clear("CurrentUser")}}
            """,
            "Set 1, Set 2"),
    ];

    private static GuestCheck Found(string name, string before, string expected, string parameters = "") =>
        new(Area, name, $"{before}\n@({Command} {parameters})[-1] | {Show}", expected);

    private static string Entry(string pattern) => "{\"pattern\":\"" + pattern + "\",\"filter\":{\"ISSUER\":{\"CN\":\"Another CA\"}}}";

    private static string Set(string hive, string name, string value) =>
        $@"[Microsoft.Win32.Registry]::SetValue('{hive}\{Key}', '{name}', '{value}')";

    private static string Clear(string hive) => $"[Microsoft.Win32.Registry]::{hive}.DeleteSubKeyTree('{Key}')";
}
