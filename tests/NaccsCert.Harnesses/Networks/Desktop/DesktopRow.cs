using System.Collections.Generic;
using NaccsCert.Harnesses.Networks.Proxies;

namespace NaccsCert.Harnesses.Networks.Desktop;

/// <summary>One way of the net48 build through squid, and what is to come of it.</summary>
/// <param name="Schemes">How squid wants to be signed in to.</param>
/// <param name="Credential">The credential, in words.</param>
/// <param name="User">Who signs in; null for nobody.</param>
/// <param name="Authentication">The <c>-ProxyAuthentication</c>.</param>
/// <param name="Expected">The status of the service, or the id of the error.</param>
internal sealed record DesktopRow(SquidSchemes Schemes, string Credential, SquidUser? User, string Authentication, string Expected)
{
    private const string Any = "Any";
    private const string Basic = "Basic";
    private const string Success = "200";

    private static readonly SquidUser Mistyped = SquidUser.Taro with { Password = "wrong" };

    /// <summary>The rows. Mono has no NTLM of its own here, so a squid of NTLM is met without credentials alone.</summary>
    public static IReadOnlyList<DesktopRow> All { get; } =
    [
        new(SquidSchemes.None, "none", null, Any, Success),
        new(SquidSchemes.Basic, "right, -ProxyAuthentication Basic", SquidUser.Taro, Basic, Success),
        new(SquidSchemes.Basic, "wrong, -ProxyAuthentication Basic", Mistyped, Basic, "ProxyCredentialRefused"),
        new(SquidSchemes.Basic, "none, -ProxyAuthentication Basic", null, Basic, "ProxyAuthenticationRequired"),
        new(SquidSchemes.Basic, "right, not allowed", SquidUser.Taro, Any, "ProxyBasicNotAllowed"),
        new(SquidSchemes.Ntlm, "none", null, Any, "ProxyAuthenticationRequired"),
        new(SquidSchemes.None, "none, a host that squid does not reach", null, Any, "ProxyRefused") { ReachesService = false },
    ];

    /// <summary>Whether the service is asked, or a host that does not exist.</summary>
    public bool ReachesService { get; init; } = true;

    /// <summary>The proxy, in words.</summary>
    public static string Proxy => "squid, net48 under Mono";
}
