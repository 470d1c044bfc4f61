using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.Validation.Connectivity;

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
    private readonly HttpClientFactory _clients = new(clock, options.Network, options.HttpHandlers);

    /// <summary>Runs the stages.</summary>
    /// <param name="deadline">Ends the probe; the stages that are not done are told as failed or skipped.</param>
    /// <param name="cancellationToken">The user's wish for an end; there is no result then.</param>
    /// <returns>What was found.</returns>
    public async Task<ConnectivityResult> RunAsync(CancellationToken deadline, CancellationToken cancellationToken)
    {
        using PinnedHttpClient httpClient = _clients.Create(definition.ServerAnchors, definition.Network);
        Func<Task>[] stages =
        [
            () => ChooseAsync(httpClient, deadline), () => ResolveAsync(deadline), () => ConnectAsync(deadline),
            () => AskAsync(httpClient, deadline), () => SignInAsync(deadline),
        ];
        foreach (Func<Task> stage in stages.TakeWhile(_ => !_report.HasFailed))
        {
            await stage().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return _report.Finish();
    }

    private async Task ChooseAsync(PinnedHttpClient httpClient, CancellationToken deadline)
    {
        var watch = Stopwatch.StartNew();
        using CancellationTokenSource limit = LimitOf(deadline);
        try
        {
            _report.Proxy = await httpClient.Proxies.ResolveAsync(_address, limit.Token).ConfigureAwait(false);
            _report.Pass(Stage.Proxy, watch.Elapsed, Strings.FormatRoute(_report.Proxy));
        }
        catch (NaccsException fault)
        {
            _report.Fail(Stage.Proxy, watch.Elapsed, fault.Message, Strings.Format(StringId.AdviceProxySettings), fault.ErrorId);
        }
        catch (OperationCanceledException)
        {
            _report.Fail(Stage.Proxy, watch.Elapsed, Strings.Format(StringId.TimedOut), Strings.Format(StringId.AdviceProxySettings));
        }
    }

    private async Task ResolveAsync(CancellationToken deadline)
    {
        var watch = Stopwatch.StartNew();
        string name = _report.Proxy?.DnsSafeHost ?? host.Host;
        string shown = HostNames.Show(name);
        using CancellationTokenSource limit = LimitOf(deadline);
        try
        {
            IPAddress[] addresses = await blocking.RunAsync(() => Dns.GetHostAddresses(name), limit.Token).ConfigureAwait(false);
            _report.Addresses = _report.Proxy is null ? [.. addresses.Select(address => address.ToString())] : [];
            _report.Pass(Stage.NameResolution, watch.Elapsed, Strings.Format(
                StringId.NameResolved, shown, OfFamily(addresses, AddressFamily.InterNetwork), OfFamily(addresses, AddressFamily.InterNetworkV6)));
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            _report.Fail(
                Stage.NameResolution, watch.Elapsed, Strings.Format(StringId.NameNotResolved, shown), Strings.Format(StringId.AdviceName, shown),
                _report.Proxy is null ? ErrorId.HostNotFound : ErrorId.ProxyUnreachable);
        }
    }

    private async Task ConnectAsync(CancellationToken deadline)
    {
        var watch = Stopwatch.StartNew();
        (string name, int port) = _report.Proxy is { } proxy ? (proxy.DnsSafeHost, proxy.Port) : (host.Host, host.Port);
        string shown = HostNames.Show(name);
        using CancellationTokenSource limit = LimitOf(deadline);
        using var client = new TcpClient();
        using CancellationTokenRegistration closing = limit.Token.Register(client.Close);
        try
        {
            await client.ConnectAsync(name, port).ConfigureAwait(false);
            _report.Pass(Stage.Tcp, watch.Elapsed, Strings.Format(StringId.TcpConnected, shown, port));
        }
        // A TcpClient that is closed while it connects loses its socket on .NET Framework, and stumbles over that.
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or NullReferenceException)
        {
            string cause = limit.IsCancellationRequested ? Strings.Format(StringId.TimedOut) : exception.Message;
            (StringId advice, ErrorId error) = _report.Proxy is null
                ? (StringId.AdviceFirewall, ErrorId.ConnectionFailed)
                : (StringId.AdviceProxyDown, ErrorId.ProxyUnreachable);
            _report.Fail(
                Stage.Tcp, watch.Elapsed, Strings.Format(StringId.TcpFailed, shown, port, cause), Strings.Format(advice, shown, port), error);
        }
    }

    private CancellationTokenSource LimitOf(CancellationToken deadline)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        limit.CancelAfter(options.Network.Timeouts.Connect);
        return limit;
    }

    private static string OfFamily(IPAddress[] addresses, AddressFamily family) =>
        string.Join(", ", addresses.Where(address => address.AddressFamily == family)) is { Length: > 0 } list ? list : "-";

    private async Task AskAsync(PinnedHttpClient httpClient, CancellationToken deadline)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            HttpReply reply = await httpClient.GetAsync(_address, deadline).ConfigureAwait(false);
            _report.Answered(httpClient, reply, watch.Elapsed);
        }
        catch (NaccsException fault)
        {
            _report.Refused(httpClient, fault, watch.Elapsed);
        }
        catch (OperationCanceledException)
        {
            _report.Refused(httpClient, null, watch.Elapsed);
        }
    }

    private async Task SignInAsync(CancellationToken deadline)
    {
        if (options.ClientCertificate is not { } certificate || host.Host != definition.Enrollment.Url.Host)
        {
            _report.Skip(Stage.ClientCertificate, Strings.Format(
                options.ClientCertificate is null ? StringId.ClientCertificateNone : StringId.ClientCertificateElsewhere));
            return;
        }

        var watch = Stopwatch.StartNew();
        using PinnedHttpClient httpClient = _clients.Create(definition.ServerAnchors, definition.Network, certificate);
        try
        {
            HttpReply reply = await httpClient.GetAsync(_address, deadline).ConfigureAwait(false);
            _report.Pass(Stage.ClientCertificate, watch.Elapsed, Strings.Format(
                AnswerTo(httpClient.Connection.ClientCertificateRequested),
                Certificates.SimpleName(certificate, forIssuer: false)));
        }
        catch (NaccsException fault)
        {
            _report.Fail(Stage.ClientCertificate, watch.Elapsed, fault.Message, fault.RecommendedAction, fault.ErrorId);
        }
        catch (OperationCanceledException)
        {
            _report.Fail(Stage.ClientCertificate, watch.Elapsed, Strings.Format(StringId.TimedOut), null);
        }
    }

    private static StringId AnswerTo(bool? requested) => requested switch
    {
        true => StringId.ClientCertificateAccepted,
        false => StringId.ClientCertificateNotRequested,
        null => StringId.ClientCertificateUnknown,
    };

    private static Uri AddressOf(ServiceDefinition definition, ServiceHost host) =>
        host.Host == definition.Enrollment.Url.Host && host.Port == definition.Enrollment.Url.Port
            ? new Uri(definition.Enrollment.Url.AbsoluteUri + "/cacerts")
            : host.Address;
}
