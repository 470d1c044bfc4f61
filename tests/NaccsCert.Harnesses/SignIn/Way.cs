using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Proxies;
using NaccsCert.Harnesses.SignIn.Sites;
using NaccsCert.TestSupport.Proxies;

namespace NaccsCert.Harnesses.SignIn;

/// <summary>A way to the sites.</summary>
/// <param name="Name">The way, in words.</param>
/// <param name="StartProxy">Starts the proxy on it; null for none.</param>
internal sealed record Way(string Name, Func<SiteFiles, CancellationToken, Task<IProxy>>? StartProxy)
{
    private const string Tls = "TLS 1.";

    /// <summary>The id of the error that comes of everything on it; null where the sites are reached.</summary>
    public string? Error { get; init; }

    /// <summary>The user at the proxy; null for none.</summary>
    public SquidUser? User { get; init; }

    /// <summary>What the proxy may be shown, in the order of the alphabet; null where nobody looks.</summary>
    public IReadOnlyList<string>? Shown { get; init; }

    /// <summary>Whether a site is signed in to this way: all, or where there is a proxy those where the way could matter.</summary>
    public Func<Site, bool> Chooses { get; init; } = site => site.Setup.Contains(Tls, StringComparison.Ordinal);

    /// <summary>The ways.</summary>
    public static IReadOnlyList<Way> All { get; } =
    [
        new("direct", null) { Chooses = _ => true },
        new("squid", Squid(SquidSchemes.None)) { Shown = [Networks.Proxies.Squid.NoCredential] },
        new("squid NTLM", Squid(SquidSchemes.Ntlm)) { User = SquidUser.Taro, Shown = ["NTLM", Networks.Proxies.Squid.NoCredential] },
        new("one that inspects TLS", (files, _) => Task.FromResult<IProxy>(new InspectingProxy(files.Path("server-root.pem"))))
        {
            Error = "TlsInspectionDetected",
            Shown = [],

            // It connects to the site first, and has no certificate for one that needs it before it says anything.
            Chooses = site => site.Setup.Contains(Tls, StringComparison.Ordinal) && !(site.Server == "Apache" && site.Setup.EndsWith("1.2", StringComparison.Ordinal)),
        },
    ];

    private static Func<SiteFiles, CancellationToken, Task<IProxy>> Squid(SquidSchemes schemes) =>
        async (_, token) => await Networks.Proxies.Squid.StartAsync(schemes, token);
}
