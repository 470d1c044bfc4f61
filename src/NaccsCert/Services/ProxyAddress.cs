using System;

namespace NaccsCert.Services;

/// <summary>Addresses of proxies, as users and administrators write them.</summary>
internal static class ProxyAddress
{
    /// <summary>Reads an address.</summary>
    /// <param name="text">For example <c>http://proxy.example.co.jp:8080</c>; without a scheme, <c>http</c> is meant.</param>
    /// <param name="address">The address; null when it cannot be used.</param>
    /// <returns>Whether it is an http or https URL of nothing but host and port.</returns>
    public static bool TryParse(string text, out Uri? address)
    {
        string url = text.IndexOf("://", StringComparison.Ordinal) < 0 ? "http://" + text : text;
        address = Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed)
            && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps)
            && parsed is { UserInfo.Length: 0, PathAndQuery: "/", Fragment.Length: 0, Host.Length: > 0, Port: not 0 }
            ? parsed
            : null;
        return address is not null;
    }
}
