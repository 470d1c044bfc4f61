using System.Collections.Generic;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>Group Policy, as it stands in the registry. What is settled is told by where the connection test goes.</summary>
internal static class PolicyChecks
{
    private const string Area = "policy";

    private const string UserProxy = "127.0.0.2:1023";
    private const string MachineProxy = "127.0.0.3:1023";

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        Way("no policy: the way is direct", string.Empty, string.Empty, "direct"),
        Way("the user's proxy", Set("HKEY_CURRENT_USER", "Proxy", $"http://{UserProxy}"), string.Empty, UserProxy),
        Way("the computer's goes before the user's", Set("HKEY_LOCAL_MACHINE", "Proxy", $"http://{MachineProxy}"), string.Empty, MachineProxy),
        Way("-NoProxy goes before both", string.Empty, "-NoProxy", "direct"),
        Way("-Proxy goes before both", string.Empty, "-Proxy http://127.0.0.4:1023", "127.0.0.4:1023"),
        Way("without the computer's the user's is left", Clear("LocalMachine"), string.Empty, UserProxy),
        Way("without either the way is direct again", Clear("CurrentUser"), string.Empty, "direct"),
    ];

    // Nobody listens at any of the addresses, so that the test ends where the way begins.
    private static GuestCheck Way(string name, string before, string parameters, string expected) => new(
        Area,
        name,
        $$"""
        {{before}}
        $result = Test-NaccsConnectivity -Service user -TimeoutSec 20 {{parameters}}
        if ($null -eq $result.Proxy) { 'direct' } else { $result.Proxy.Authority }
        """,
        expected);

    private static string Set(string hive, string name, string value) =>
        $@"[Microsoft.Win32.Registry]::SetValue('{hive}\Software\Policies\NaccsCert', '{name}', '{value}')";

    private static string Clear(string hive) =>
        $@"[Microsoft.Win32.Registry]::{hive}.DeleteSubKeyTree('Software\Policies\NaccsCert')";
}
