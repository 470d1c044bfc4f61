using System;
using System.Collections.Generic;

namespace NaccsCert.Tests.Fuzzing.Wires;

/// <summary>Answers from which others are bent. <c>{echo}</c> is what came in the Authorization field, as a hostile peer repeats it.</summary>
internal static class WireSamples
{
    /// <summary>The refusal that asks for the codes.</summary>
    public const string Challenge = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"codes\"\r\nContent-Length: 5\r\n\r\ncodes";

    /// <summary>A proxy's consent.</summary>
    public const string Established = "HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy\r\n\r\n";

    /// <summary>Answers of servers.</summary>
    public static IReadOnlyList<string> OfServers { get; } =
    [
        Challenge,
        "HTTP/1.1 200 OK\r\nContent-Type: application/pkcs7-mime; smime-type=certs-only\r\nContent-Length: 8\r\n\r\nMIIBAjCC",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;name=value\r\nMIIB\r\n0\r\nTrailer: {echo}\r\n\r\n",
        "HTTP/1.1 200 {echo}\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n<html>{echo}</html>",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nDate: Sun, 01 Jun 2031 12:05:00 GMT\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: https://user:{echo}@other.invalid:8443/\u001B[2J?{echo}\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 400 Bad\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n\u001B]0;x\u0007\r\nno",
        "HTTP/1.1 401 No\r\nWWW-Authenticate: Negotiate YIIabc==, NTLM, Digest realm=\"a\", nonce=\"b\"\r\nContent-Length: 6\r\n\r\n{echo}",
        "HTTP/1.0 503 Service Unavailable\r\nRetry-After: Sun, 01 Jun 2031 12:05:00 GMT\r\n\r\nlater {echo}",
        "{echo} 200 OK\r\n\r\n",
        "HTTP/1.1 {echo}\r\n\r\n",
        "HTTP/1.1 200 OK\r\n{echo}\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{echo}\r\nMIIB\r\n0\r\n\r\n",
        "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm=\"none\"\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: {echo}\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 401 No\r\nWWW-Authenticate: {echo}\r\nContent-Length: 0\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
    ];

    /// <summary>What proxies ask for before they decide.</summary>
    public static IReadOnlyList<string> Demands { get; } =
    [
        Asking("NTLM"),
        Asking("Negotiate"),
        Asking("NTLM " + NtlmChallenge.Make(null)),
        Asking("Negotiate " + NtlmChallenge.Make(null)),
    ];

    /// <summary>Answers of proxies.</summary>
    /// <param name="random">The chance, by which tokens are bent.</param>
    public static IReadOnlyList<string> OfProxies(Random random) =>
    [
        Established,
        "HTTP/1.1 403 \u001B]0;{echo}\u0007\r\nContent-Length: 2\r\n\r\nNo",
        "HTTP/1.1 302 Found\r\nLocation: http://portal.invalid/{echo}\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 {echo}\r\n\r\n",
        Asking("NTLM"),
        Asking("Negotiate"),
        Asking("Basic realm=\"{echo}\""),
        Asking("Digest realm=\"a\", nonce=\"b\", qop=\"auth\", algorithm=SHA-256"),
        Asking("NTLM " + NtlmChallenge.Make(null)),
        Asking("NTLM " + NtlmChallenge.Make(random)),
        Asking("NTLM " + NtlmChallenge.Make(random)),
        Asking("Negotiate " + NtlmChallenge.Make(random)),
        Asking("Negotiate YIGeBgYrBgEFBQKg" + Convert.ToBase64String(Noise(random))),
        Asking("NTLM {echo}"),
        Asking("NTLM not base64 at all"),
        Asking("Negotiate oQcwBaADCgEC"),
    ];

    private static string Asking(string challenge) =>
        $"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: {challenge}\r\nContent-Length: 0\r\n\r\n";

    private static byte[] Noise(Random random)
    {
        byte[] noise = new byte[random.Next(60)];
        random.NextBytes(noise);
        return noise;
    }
}
