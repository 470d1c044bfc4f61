using System;
using System.Globalization;
using System.Linq;

namespace NaccsCert.Harnesses.Networks.Proxies;

/// <summary>A line of squid's log.</summary>
/// <param name="Status">The status of squid's answer.</param>
/// <param name="Method">The method.</param>
/// <param name="Scheme">The scheme of the credential that came with it; null when none did.</param>
internal sealed record SquidRequest(int Status, string Method, string? Scheme)
{
    /// <summary>Reads a line.</summary>
    public static SquidRequest Parse(string line)
    {
        string[] fields = line.Split(' ');
        return new SquidRequest(
            int.Parse(fields[0], CultureInfo.InvariantCulture),
            fields[1],
            fields[2] == "-" ? null : Uri.UnescapeDataString(fields[2]).Split(' ').First());
    }
}
