using System;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Reporting;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Transport.Est;

namespace NaccsCert.Tests.Fuzzing.Wires;

/// <summary>
/// Enrolls at servers and through proxies that answer with anything, over real connections: each exchange must end with an answer
/// or with an error that has an id, whose texts can be shown and hold nothing secret.
/// </summary>
/// <param name="seed">The seed of the run.</param>
internal sealed class WireFuzzer(ulong seed) : IDisposable
{
    // Without blanks and in one piece, as codes are. A peer takes it apart only by bending what it repeats.
    private const string Secret = "SeCrEt4711";

    // No peer keeps a connection open, so that none of these is reached by an exchange that is in order.
    private static readonly NetworkTimeouts Timeouts =
        new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));

    private readonly TestAuthority _root = new("Wire Root");
    private readonly byte[] _request = TestAuthority.NewRequest();
    private X509Certificate2? _certificate;

    /// <summary>Does one exchange.</summary>
    /// <param name="number">The number of the case, which with the seed makes the answers.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public async Task<string?> CheckAsync(int number, CancellationToken cancellationToken)
    {
        var wire = WireCase.Make(seed, number);
        LazyInitializer.EnsureInitialized(ref _certificate, () => _root.IssueServer("127.0.0.1"));
        await using var peer = new RawServer(wire.IsProxy ? null : _certificate, wire.Answer);
        try
        {
            await EnrollAsync(peer, wire, cancellationToken);
            return null;
        }
        catch (NaccsException error)
        {
            return FindingIn(error);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is: that it came out of the library is the finding.
            return exception.ToString();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _certificate?.Dispose();
        _root.Dispose();
    }

    private async Task EnrollAsync(RawServer peer, WireCase wire, CancellationToken cancellationToken)
    {
        var clock = new SystemClock();
        var options = new NetworkOptions
        {
            NoProxy = !wire.IsProxy,
            Proxy = wire.IsProxy ? peer.Address : null,
            ProxyAuthentication = wire.Authentication,
            ProxyCredential = new NetworkCredential("user", Secret, "DOMAIN"),
            Timeouts = Timeouts,
        };
        byte[] root = _root.Certificate.RawData;
        using PinnedHttpClient client = new HttpClientFactory(clock, options, new PlatformHttpHandlerFactory()).Create(
            [new TrustAnchor("root", TrustAnchorPurpose.Server, Fingerprint.Sha256(root), root)], ServiceNetwork.Default);
        Uri service = wire.IsProxy ? new Uri("https://service.naccscert.invalid") : peer.Address;
        var est = new EstClient(new Uri(service, "/.well-known/est"), client, clock, _ => false);
        using var credentials = new BasicCredentials("user", Secret, text => text.Replace(Secret, BasicCredentials.Hidden, StringComparison.Ordinal));
        await est.EnrollAsync(_request, credentials, holdsSecret: false, cancellationToken);
    }

    private static string? FindingIn(NaccsException error)
    {
        string everything = $"{error.Target} {error.RecommendedAction} {error}";
        string[] texts = [.. Readable.Unreadable(error)];
        return error.ErrorId is ErrorId.Unexpected or ErrorId.ConnectionTimedOut || texts.Length > 0
            ? $"{string.Join('\n', texts)}\n{everything}"
            : Secrets().Any(secret => everything.Contains(secret, StringComparison.Ordinal)) ? "a secret: " + everything
            : null;
    }

    private static string[] Secrets() =>
        [Secret, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("user:" + Secret)), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(@"DOMAIN\user:" + Secret))];
}
