using System.Collections.Generic;

namespace NaccsCert.Harnesses.Networks.Proxies;

/// <summary>squid's configuration for a folder of its own.</summary>
internal static class SquidConfiguration
{
    /// <summary>The name of the file, in its folder, that names hosts (hosts(5)).</summary>
    public const string HostsFile = "hosts";

    /// <summary>The file's text. Of what a client shows, the log gets status, method and credential.</summary>
    /// <param name="schemes">What it offers.</param>
    /// <param name="port">Its port on the loopback address.</param>
    /// <param name="folder">Its folder.</param>
    public static string Text(SquidSchemes schemes, int port, string folder) => string.Join('\n', Lines(schemes, port, folder)) + "\n";

    private static IEnumerable<string> Lines(SquidSchemes schemes, int port, string folder) =>
    [
        .. schemes.HasFlag(SquidSchemes.Ntlm) ? Ntlm() : [],
        .. schemes.HasFlag(SquidSchemes.Basic) ? Basic(folder) : [],
        $"http_port 127.0.0.1:{port}",
        $"pid_filename {folder}/squid.pid",
        $"hosts_file {folder}/{HostsFile}",
        $"coredump_dir {folder}",
        $"cache_log {folder}/cache.log",
        "logformat shown %>Hs %rm %{Proxy-Authorization}>h",
        $"access_log stdio:{folder}/access.log shown",
        "cache deny all",
        "pinger_enable off",
        "shutdown_lifetime 0 seconds",
        .. schemes == SquidSchemes.None ? [] : (string[])["acl signed proxy_auth REQUIRED", "http_access allow signed"],
        schemes == SquidSchemes.None ? "http_access allow all" : "http_access deny all",
    ];

    private static string[] Ntlm() =>
    [
        $"auth_param ntlm program {SquidPrograms.NtlmAuth} --helper-protocol=squid-2.5-ntlmssp --username={SquidUser.Taro.Name} "
            + $"--domain={SquidUser.Domain} --password={SquidUser.Taro.Password}",
        "auth_param ntlm children 5",
    ];

    private static string[] Basic(string folder) =>
    [
        $"auth_param basic program {SquidPrograms.BasicAuth} {folder}/passwd",
        "auth_param basic utf8 on",
        "auth_param basic realm test",
    ];
}
