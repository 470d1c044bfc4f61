using System;
using System.Linq;

namespace NaccsCert.Services;

/// <summary>Addresses of proxies, as users and administrators write them.</summary>
internal static class ProxyAddress
{
    private const string Hidden = "***";

    private const string Https = "https://";

    private static readonly string[] Schemes = ["http://", Https];

    // Also as people type it in Japanese, and as it would be escaped: passwords hold such characters, and so do mistakes.
    private static readonly string[] EndsOfUser = ["@", "\uFF20", "%40"];

    /// <summary>Reads an address.</summary>
    /// <param name="text">For example <c>http://proxy.example.co.jp:8080</c>; without a scheme, <c>http</c> is meant.</param>
    /// <param name="address">The address; null when it cannot be used.</param>
    /// <returns>Whether it is an http URL of nothing but host and port.</returns>
    public static bool TryParse(string text, out Uri? address)
    {
        string url = text.IndexOf("://", StringComparison.Ordinal) < 0 ? "http://" + text : text;
        address = Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed)
            && parsed.Scheme == Uri.UriSchemeHttp
            && parsed is { UserInfo.Length: 0, PathAndQuery: "/", Fragment.Length: 0, Host.Length: > 0, Port: not 0 }
            ? parsed
            : null;
        return address is not null;
    }

    /// <summary>
    /// Whether an address is that of a proxy which is itself reached over TLS. .NET Framework has none, and the pins of the service
    /// would be held against its certificate.
    /// </summary>
    /// <param name="text">The address as it was written.</param>
    public static bool IsHttps(string text) => text.StartsWith(Https, StringComparison.OrdinalIgnoreCase);

    /// <summary>An address for errors: whatever may be user and password is hidden, also where the address cannot be read.</summary>
    /// <param name="text">The address as it was written.</param>
    /// <returns>The address; the same text again when nothing is hidden.</returns>
    public static string WithoutUser(string text)
    {
        int end = EndsOfUser.Max(mark => EndOf(text, mark));
        if (end < 0)
        {
            return text;
        }

        string scheme = Schemes.FirstOrDefault(known => text.StartsWith(known, StringComparison.OrdinalIgnoreCase)) ?? string.Empty;
        return scheme + Hidden + "@" + text.Substring(end);
    }

    private static int EndOf(string text, string mark)
    {
        int index = text.LastIndexOf(mark, StringComparison.Ordinal);
        return index < 0 ? -1 : index + mark.Length;
    }
}
