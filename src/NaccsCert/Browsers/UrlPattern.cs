using System;
using System.Text.RegularExpressions;
using NaccsCert.Services;

namespace NaccsCert.Browsers;

/// <summary>The patterns by which Chromium's content settings name addresses, as far as they are of use for HTTPS.</summary>
internal static class UrlPattern
{
    private const int HttpsPort = 443;
    private const string AnyBelow = "[*.]";

    private static readonly Regex Form = new(
        @"^((?<scheme>\*|[a-z][a-z0-9+.-]*)://)?(?<host>\*|\[\*\.\][^:/\[\]]*|\[[0-9a-f:.]+\]|[^:/\[\]*]+)(:(?<port>\*|[0-9]{1,5}))?(/.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>The pattern of one host.</summary>
    /// <param name="host">The host.</param>
    public static string Of(ServiceHost host) =>
        host.Port == HttpsPort ? $"https://{NameOf(host)}" : FormattableString.Invariant($"https://{NameOf(host)}:{host.Port}");

    /// <summary>Whether a pattern is about a host, and about that one alone.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="host">The host.</param>
    public static PatternMatch Match(string pattern, ServiceHost host)
    {
        Match match = Form.Match(pattern.Trim());
        if (!match.Success || !Allows(match.Groups["scheme"], Uri.UriSchemeHttps) || !Allows(match.Groups["port"], FormattableString.Invariant($"{host.Port}")))
        {
            return PatternMatch.None;
        }

        (string name, string wanted) = (match.Groups["host"].Value, NameOf(host));
        if (string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase))
        {
            return PatternMatch.SameHost;
        }

        return name == "*" || (name.StartsWith(AnyBelow, StringComparison.Ordinal) && IsBelow(wanted, name.Substring(AnyBelow.Length)))
            ? PatternMatch.Wider
            : PatternMatch.None;
    }

    // The form in which it is looked up; addresses of IPv6 keep their brackets.
    private static string NameOf(ServiceHost host) =>
        host.Address.HostNameType == UriHostNameType.Dns ? host.Address.IdnHost : host.Address.Host;

    private static bool Allows(Group part, string wanted) =>
        !part.Success || part.Value == "*" || string.Equals(part.Value, wanted, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string host, string domain) => domain.Length == 0
        || string.Equals(host, domain, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
