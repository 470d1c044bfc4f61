using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses.Networks.Proxies;

/// <summary>The programs of Debian's packages squid, apache2-utils and winbind.</summary>
internal static class SquidPrograms
{
    /// <summary>The proxy.</summary>
    public const string Squid = "/usr/sbin/squid";

    /// <summary>Its helper that checks passwords of a file (package squid).</summary>
    public const string BasicAuth = "/usr/lib/squid/basic_ncsa_auth";

    /// <summary>Writes that file (package apache2-utils).</summary>
    public const string Htpasswd = "/usr/bin/htpasswd";

    /// <summary>Samba's NTLM (package winbind), which checks one user without a domain.</summary>
    public const string NtlmAuth = "/usr/bin/ntlm_auth";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Squid, BasicAuth, Htpasswd, NtlmAuth];

    /// <summary>What a program says of its version, in one line.</summary>
    public static async Task<string> VersionAsync(string program, string option, CancellationToken cancellationToken)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, [option]) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return output.Split('\n')[0].Trim();
    }
}
