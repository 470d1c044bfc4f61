using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Client;
using NaccsCert.Harnesses.Networks.Proxies;
using NaccsCert.Harnesses.Networks.Service;
using NaccsCert.TestSupport.Relays;
using NaccsCert.TestSupport.Reporting;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>What proxies cost: the connections of an enrollment without one, and what squid's log has of one with it.</summary>
internal sealed class RoundTrips
{
    private static readonly ClientOptions EnrollOnly = ClientOptions.Plain with { Operations = [Operation.Enroll] };

    private readonly int _connections;
    private readonly IReadOnlyList<(string Scheme, int RoundTrips, IReadOnlyList<SquidRequest> Requests)> _proxied;

    private RoundTrips(int connections, IReadOnlyList<(string Scheme, int RoundTrips, IReadOnlyList<SquidRequest> Requests)> proxied) =>
        (_connections, _proxied) = (connections, proxied);

    /// <summary>
    /// A tunnel for each connection of the direct way and no more, so that requests after the first pass as if there were
    /// no proxy; and for each tunnel the refusals that its scheme has to begin with: one for Basic, two for NTLM.
    /// </summary>
    public IEnumerable<CheckResult> Checks => _proxied.SelectMany(proxied => (CheckResult[])
    [
        Of(proxied.Scheme, "tunnels", Tunnels(proxied.Requests), _connections),
        Of(proxied.Scheme, "CONNECTs", proxied.Requests.Count, _connections * proxied.RoundTrips),
    ]);

    /// <summary>Enrolls without a proxy, with Basic and with NTLM.</summary>
    public static async Task<RoundTrips> CountAsync(CertificateService service, CancellationToken cancellationToken) => new(
        await DirectAsync(service, cancellationToken),
        [
            ("Basic", 2, await ProxiedAsync(SquidSchemes.Basic, "Basic", service, cancellationToken)),
            ("NTLM", 3, await ProxiedAsync(SquidSchemes.Ntlm, "Ntlm", service, cancellationToken)),
        ]);

    /// <summary>Prints the counts.</summary>
    public void Print(TextWriter output) => output.WriteLine(
        $"CONNECTs per enrollment: {string.Join(", ", _proxied.Select(InWords))}; {_connections} connection(s) without a proxy");

    private static async Task<int> DirectAsync(CertificateService service, CancellationToken cancellationToken)
    {
        await using var relay = new Relay(service.Url);
        string definition = service.WriteDefinition(json => json["enrollment"]!["url"] =
            new UriBuilder((string)json["enrollment"]!["url"]!) { Port = relay.Port }.Uri.AbsoluteUri);
        await EnrollAsync(EnrollOnly, definition, null, service, cancellationToken);

        // The enrollment that comes first, to have something to renew, counts as well.
        return await relay.StopAsync() / 2;
    }

    private static async Task<IReadOnlyList<SquidRequest>> ProxiedAsync(
        SquidSchemes schemes, string authentication, CertificateService service, CancellationToken cancellationToken)
    {
        await using Squid squid = await Squid.StartAsync(schemes, cancellationToken);
        ClientOptions client = SquidRow.As(SquidUser.Taro, authentication) with { Operations = EnrollOnly.Operations };
        await EnrollAsync(client, service.WriteDefinition(_ => { }), squid.Address, service, cancellationToken);
        await squid.StopAsync();
        return squid.Requests;
    }

    private static async Task EnrollAsync(
        ClientOptions client, string definition, Uri? proxy, CertificateService service, CancellationToken cancellationToken)
    {
        IReadOnlyList<Outcome> outcomes = await ClientProcess.RunAsync(client, service, definition, proxy, null, cancellationToken);
        if (outcomes[0].Result != Expect.Success[Operation.Enroll])
        {
            throw new InvalidOperationException($"There is nothing to count: {outcomes[0].Text}");
        }
    }

    private static int Tunnels(IReadOnlyList<SquidRequest> requests) => requests.Count(request => request.Status == 200);

    private static CheckResult Of(string scheme, string subject, int seen, int expected) =>
        new(["squid " + scheme, "right", $"{subject} per enrollment", $"{seen}"], seen == expected, [$"expected {expected}"]);

    private static string InWords((string Scheme, int RoundTrips, IReadOnlyList<SquidRequest> Requests) proxied) =>
        $"{proxied.Scheme} {proxied.Requests.Count} (tunnels {Tunnels(proxied.Requests)})";
}
