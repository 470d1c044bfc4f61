using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using NaccsCert.Tests.Fuzzing.Inputs;

namespace NaccsCert.Tests.Fuzzing.Wires;

/// <summary>What a peer answers in one exchange. The same seed and number make the same answers.</summary>
/// <param name="IsProxy">Whether the peer is a proxy, else the server.</param>
/// <param name="Authentication">How the client signs in to the proxy.</param>
/// <param name="Answers">The answers, one after the other; the connection is closed after the last.</param>
internal sealed record WireCase(bool IsProxy, ProxyAuthentication Authentication, IReadOnlyList<byte[]> Answers)
{
    /// <summary>Makes a case.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="number">The number of the case.</param>
    public static WireCase Make(ulong seed, int number)
    {
        var random = new Random(unchecked((int)seed + (number * 7919)));
        bool isProxy = random.Next(2) == 0;
        IReadOnlyList<string> samples = isProxy ? WireSamples.OfProxies(random) : WireSamples.OfServers;

        // Only the last answer may be bent: after an answer whose end cannot be found, either side would wait for the other.
        IEnumerable<string> before = isProxy
            ? Enumerable.Range(0, random.Next(3)).Select(_ => WireSamples.Demands[random.Next(WireSamples.Demands.Count)])
            : [WireSamples.Challenge];
        return new WireCase(
            isProxy,
            (ProxyAuthentication)random.Next(Enum.GetValues<ProxyAuthentication>().Length),
            [.. before.Select(Encoding.Latin1.GetBytes), Answer(samples, random)]);
    }

    /// <summary>An answer to a request, which may repeat what it was asked with.</summary>
    /// <param name="head">The head of the request.</param>
    /// <param name="number">The number of the request on its connection.</param>
    /// <returns>The answer, and whether the connection is closed after it.</returns>
    public (byte[] Bytes, bool IsLast) Answer(string head, int number)
    {
        string? field = head.Split("\r\n").FirstOrDefault(line => line.Contains("Authorization: ", StringComparison.OrdinalIgnoreCase));
        string echo = field is null ? "nothing" : field[(field.LastIndexOf(' ') + 1)..];
        string answer = Encoding.Latin1.GetString(Answers[number]).Replace("{echo}", $"{echo} {Decoded(echo)}", StringComparison.Ordinal);
        return (Encoding.Latin1.GetBytes(answer), number == Answers.Count - 1);
    }

    private static string Decoded(string token)
    {
        byte[] bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out int length) ? Encoding.Latin1.GetString(bytes, 0, length) : string.Empty;
    }

    private static byte[] Answer(IReadOnlyList<string> samples, Random random)
    {
        byte[] sample = Encoding.Latin1.GetBytes(samples[random.Next(samples.Count)]);
        byte[] other = Encoding.Latin1.GetBytes(samples[random.Next(samples.Count)]);
        return random.Next(3) == 0 ? sample : ByteBender.Bend(sample, other, random);
    }
}
