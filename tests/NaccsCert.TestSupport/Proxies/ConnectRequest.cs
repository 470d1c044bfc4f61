using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Proxies;

/// <summary>The head of a request for a tunnel (RFC 9110, section 9.3.6).</summary>
/// <param name="Lines">The lines of the head.</param>
internal sealed record ConnectRequest(IReadOnlyList<string> Lines)
{
    private const string CredentialField = "Proxy-Authorization: ";
    private const int MaxHeadBytes = 16 * 1024;

    /// <summary>The TCP port that it names. All hosts here are the loopback interface.</summary>
    public int Port
    {
        get
        {
            string authority = Lines[0].Split(' ')[1];
            return int.Parse(authority.AsSpan(authority.LastIndexOf(':') + 1), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The value of the Proxy-Authorization field; null when there was none.</summary>
    public string? Credential => Lines
        .FirstOrDefault(line => line.StartsWith(CredentialField, StringComparison.Ordinal))?[CredentialField.Length..];

    /// <summary>Reads a head to its end, byte by byte, so that nothing of the tunnel is read.</summary>
    /// <exception cref="EndOfStreamException">The client left before.</exception>
    public static async Task<ConnectRequest> ReadAsync(Stream client, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var octet = new byte[1];
        while (!EndsHead(head) && head.Length < MaxHeadBytes)
        {
            await client.ReadExactlyAsync(octet, cancellationToken);
            head.Append((char)octet[0]);
        }

        return new ConnectRequest(head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool EndsHead(StringBuilder head) => head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n";
}
