using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Http;
using NaccsCert.Reasons;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Connectivity;

/// <summary>Looks at one host, stage after stage; a stage that fails ends the row.</summary>
/// <param name="definition">The service.</param>
/// <param name="host">The host.</param>
/// <param name="options">How to look.</param>
/// <param name="clock">This computer's clock.</param>
/// <param name="blocking">Runs what blocks.</param>
internal sealed class HostProbe(
    ServiceDefinition definition, ServiceHost host, ConnectivityOptions options, IClock clock, BlockingCalls blocking)
{
    private readonly HostReport _report = new(definition, host, clock, options.ClientCertificate?.NotAfter);
    private readonly Uri _address = AddressOf(definition, host);

    /// <summary>Runs the stages.</summary>
    /// <param name="deadline">Ends the probe; the stages that are not done are told as failed or skipped.</param>
    /// <param name="cancellationToken">The user's wish for an end; there is no result then.</param>
    /// <returns>What was found.</returns>
    public async Task<ConnectivityResult> RunAsync(CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var door = new HttpDoor(definition, null, clock, options.Network);
        Func<Task>[] stages =
        [
            () => ChooseAsync(door, deadline), () => ResolveAsync(deadline), () => ConnectAsync(deadline),
            () => AskAsync(door, deadline), () => SignInAsync(deadline),
        ];
        foreach (Func<Task> stage in stages.TakeWhile(_ => !_report.HasFailed))
        {
            await stage().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return _report.Finish();
    }

    private async Task ChooseAsync(HttpDoor door, CancellationToken deadline)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            _report.Proxy = await blocking.RunAsync(() => door.Route.To(_address), deadline).ConfigureAwait(false);
            _report.Pass(Stage.Proxy, watch.Elapsed, ReasonText.OfWay(_report.Proxy));
        }
        catch (OperationCanceledException)
        {
            _report.Fail(Stage.Proxy, watch.Elapsed, ReasonText.Of(ReasonId.TookTooLong), ReasonText.Of(ReasonId.AdviceProxySettings));
        }
    }

    private async Task ResolveAsync(CancellationToken deadline)
    {
        var watch = Stopwatch.StartNew();
        string name = _report.Proxy?.DnsSafeHost ?? host.Host;
        try
        {
            IPAddress[] addresses = await blocking.RunAsync(() => Dns.GetHostAddresses(name), deadline).ConfigureAwait(false);
            _report.Addresses = _report.Proxy is null ? [.. addresses.Select(address => address.ToString())] : [];
            _report.Pass(Stage.NameResolution, watch.Elapsed, ReasonText.Of(
                ReasonId.NameResolved, name, OfFamily(addresses, AddressFamily.InterNetwork), OfFamily(addresses, AddressFamily.InterNetworkV6)));
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            _report.Fail(
                Stage.NameResolution, watch.Elapsed, ReasonText.Of(ReasonId.NameNotResolved, name), ReasonText.Of(ReasonId.AdviceName, name),
                _report.Proxy is null ? ErrorId.HostNotFound : ErrorId.ProxyUnreachable);
        }
    }

    private async Task ConnectAsync(CancellationToken deadline)
    {
        var watch = Stopwatch.StartNew();
        (string name, int port) = _report.Proxy is { } proxy ? (proxy.DnsSafeHost, proxy.Port) : (host.Host, host.Port);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        limit.CancelAfter(options.Network.Timeouts.Connect);
        using var client = new TcpClient();
        using CancellationTokenRegistration closing = limit.Token.Register(client.Close);
        try
        {
            await client.ConnectAsync(name, port).ConfigureAwait(false);
            _report.Pass(Stage.Tcp, watch.Elapsed, ReasonText.Of(ReasonId.TcpConnected, name, port));
        }
        // A TcpClient that is closed while it connects loses its socket on .NET Framework, and stumbles over that.
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or NullReferenceException)
        {
            string cause = limit.IsCancellationRequested ? ReasonText.Of(ReasonId.TookTooLong) : exception.Message;
            (ReasonId advice, ErrorId error) = _report.Proxy is null
                ? (ReasonId.AdviceFirewall, ErrorId.ConnectionFailed)
                : (ReasonId.AdviceProxyDown, ErrorId.ProxyUnreachable);
            _report.Fail(
                Stage.Tcp, watch.Elapsed, ReasonText.Of(ReasonId.TcpFailed, name, port, cause), ReasonText.Of(advice, name, port), error);
        }
    }

    private static string OfFamily(IPAddress[] addresses, AddressFamily family) =>
        string.Join(", ", addresses.Where(address => address.AddressFamily == family)) is { Length: > 0 } list ? list : "-";

    private async Task AskAsync(HttpDoor door, CancellationToken deadline)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            HttpAnswer answer = await door.GetAsync(_address, deadline).ConfigureAwait(false);
            _report.Answered(door, answer, watch.Elapsed);
        }
        catch (NaccsException fault)
        {
            _report.Refused(door, fault, watch.Elapsed);
        }
        catch (OperationCanceledException)
        {
            _report.Refused(door, null, watch.Elapsed);
        }
    }

    private async Task SignInAsync(CancellationToken deadline)
    {
        if (options.ClientCertificate is not { } certificate || host.Host != definition.Enrollment.Url.Host)
        {
            _report.Skip(Stage.ClientCertificate, ReasonText.Of(
                options.ClientCertificate is null ? ReasonId.ClientCertificateNone : ReasonId.ClientCertificateElsewhere));
            return;
        }

        var watch = Stopwatch.StartNew();
        using var door = new HttpDoor(definition, certificate, clock, options.Network);
        try
        {
            HttpAnswer answer = await door.GetAsync(_address, deadline).ConfigureAwait(false);
            _report.Pass(Stage.ClientCertificate, watch.Elapsed, ReasonText.Of(
                door.Finding.ClientCertificateWanted ? ReasonId.ClientCertificateTaken : ReasonId.ClientCertificateNotWanted,
                certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)));
        }
        catch (NaccsException fault)
        {
            _report.Fail(Stage.ClientCertificate, watch.Elapsed, fault.Message, fault.RecommendedAction, fault.ErrorId);
        }
        catch (OperationCanceledException)
        {
            _report.Fail(Stage.ClientCertificate, watch.Elapsed, ReasonText.Of(ReasonId.TookTooLong), null);
        }
    }

    private static Uri AddressOf(ServiceDefinition definition, ServiceHost host) =>
        host.Host == definition.Enrollment.Url.Host && host.Port == definition.Enrollment.Url.Port
            ? new Uri(definition.Enrollment.Url.AbsoluteUri + "/cacerts")
            : new UriBuilder(Uri.UriSchemeHttps, host.Host, host.Port).Uri;
}
