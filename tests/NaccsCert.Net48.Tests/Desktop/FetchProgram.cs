using System;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.Tests.Desktop;

/// <summary>Fetches a resource through a proxy with the HTTP stack of the desktop framework, for the networks harness.</summary>
internal static class FetchProgram
{
    /// <summary>The command that it is asked for with.</summary>
    public const string Command = "fetch";

    /// <summary>
    /// Fetches, and writes the status, or the id of the error and its message behind a tab. User and password are the first two lines of
    /// standard input.
    /// </summary>
    /// <param name="args">The command, the address, the DER file of the server's root, the proxy and how to authenticate to it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        byte[] root = File.ReadAllBytes(args[2]);
        (string user, string password) = (Console.In.ReadLine() ?? string.Empty, Console.In.ReadLine() ?? string.Empty);
        var options = new NetworkOptions
        {
            Proxy = new Uri(args[3]),
            ProxyAuthentication = (ProxyAuthentication)Enum.Parse(typeof(ProxyAuthentication), args[4]),
            ProxyCredential = user.Length == 0 ? null : new NetworkCredential(user, password),
        };
        var anchor = new TrustAnchor("Root", TrustAnchorPurpose.Server, Fingerprint.Sha256(root), root);
        using PinnedHttpClient client = new HttpClientFactory(new SystemClock(), options, new PlatformHttpHandlerFactory())
            .Create([anchor], ServiceNetwork.Default);
        try
        {
            HttpReply reply = await client.GetAsync(new Uri(args[1]), CancellationToken.None);
            Console.WriteLine($"{reply.StatusCode}\t{reply.Body.Length}");
        }
        catch (NaccsException error)
        {
            Console.WriteLine($"{error.ErrorId}\t{error.Message}");
        }

        return 0;
    }
}
