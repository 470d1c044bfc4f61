using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;

namespace NaccsCert.Compat;

/// <summary>What a proxy answered to CONNECT instead of opening the way to the server (RFC 9110, section 9.3.6).</summary>
/// <param name="Status">The status of its answer; null where the platform does not tell.</param>
/// <param name="Schemes">The schemes of its challenges (RFC 9110, section 11.7.1): tokens, as they came.</param>
internal sealed record TunnelRefusal(HttpStatusCode? Status, IReadOnlyList<string> Schemes)
{
    private const string Challenges = "Proxy-Authenticate";

    /// <summary>A refusal of which nothing is known.</summary>
    public static TunnelRefusal Unknown { get; } = new(null, []);

    /// <summary>Whether the proxy asks for credentials, as far as the platform tells.</summary>
    public bool AsksForCredentials => Status == HttpStatusCode.ProxyAuthenticationRequired;

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">What the proxy answered.</param>
    public static TunnelRefusal From(HttpWebResponse answer)
    {
        // One field can hold several challenges, with commas in and between them: the platform parses them.
        using var parsed = new HttpResponseMessage();
        parsed.Headers.TryAddWithoutValidation(Challenges, answer.Headers.GetValues(Challenges) ?? []);
        return new TunnelRefusal(answer.StatusCode, [.. parsed.Headers.ProxyAuthenticate.Select(challenge => challenge.Scheme)]);
    }
}
