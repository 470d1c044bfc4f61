using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Validation.Connectivity;

/// <summary>Collects what the stages find, in their order, and makes the result of it.</summary>
/// <param name="definition">The service.</param>
/// <param name="host">The host.</param>
/// <param name="clock">This computer's clock.</param>
/// <param name="certificateEnd">When the client certificate ends; null when there is none.</param>
internal sealed class HostReport(ServiceDefinition definition, ServiceHost host, IClock clock, DateTimeOffset? certificateEnd)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Check> _checks = [];
    private ConnectionInfo _connection = ConnectionInfo.None;
    private TimeSpan? _clockSkew;

    /// <summary>The proxy on the way; null when it is direct.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>What the host's name resolved to here.</summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];

    /// <summary>Whether a stage has failed.</summary>
    public bool HasFailed => CheckStatuses.Worst(_checks) == CheckStatus.Failed;

    /// <summary>Notes a stage that ended well.</summary>
    public void Pass(Stage stage, TimeSpan? duration, string detail) =>
        _checks.Add(new Check(stage.ToString(), CheckStatus.Passed, detail) { Duration = duration });

    /// <summary>Notes a stage that failed, with what to do about it.</summary>
    public void Fail(Stage stage, TimeSpan? duration, string detail, string? advice, ErrorId? error = null) =>
        _checks.Add(new Check(stage.ToString(), CheckStatus.Failed, detail) { Duration = duration, Advice = advice, Error = error });

    /// <summary>Notes a stage that was not looked at.</summary>
    public void Skip(Stage stage, string detail) => _checks.Add(new Check(stage.ToString(), CheckStatus.Skipped, detail));

    /// <summary>Notes what an answer shows of all stages up to it.</summary>
    public void Answered(PinnedHttpClient httpClient, HttpReply reply, TimeSpan duration)
    {
        _connection = httpClient.Connection;
        PassTunnel(httpClient);
        PassTls();
        _clockSkew = httpClient.ClockSkew;
        Pass(Stage.Service, duration - Sum(_connection), Strings.Format(StringId.ServiceAnswered, reply.StatusCode));
    }

    /// <summary>Notes what a fault shows of all stages up to the one that failed.</summary>
    /// <param name="httpClient">The httpClient.</param>
    /// <param name="fault">The fault; null when time was up.</param>
    /// <param name="duration">How long it took.</param>
    public void Refused(PinnedHttpClient httpClient, NaccsException? fault, TimeSpan duration)
    {
        _connection = httpClient.Connection;
        if (fault is not null && NeedsCertificate(fault))
        {
            PassTunnel(httpClient);
            PassTls();
            Pass(Stage.Service, duration - Sum(_connection), Strings.Format(StringId.ServiceNeedsCertificate));
            return;
        }

        Stage failed = fault is null ? StageOf(_connection) : StageOf(fault.ErrorId, _connection);
        if (failed > Stage.ProxyAuthentication)
        {
            PassTunnel(httpClient);
        }

        if (failed > Stage.TrustAnchor)
        {
            PassTls();
        }
        else if (failed == Stage.TrustAnchor)
        {
            Pass(Stage.Tls, _connection.TlsHandshake, Strings.Format(StringId.TlsNegotiated, Version));
        }

        Fail(
            failed,
            duration,
            fault?.Message ?? Strings.Format(StringId.TimedOut),
            fault?.RecommendedAction ?? Strings.Format(StringId.AdviceFirewall, HostNames.Show(host.Host), host.Port),
            fault?.ErrorId);
    }

    /// <summary>Makes the result: what was not looked at is told as skipped.</summary>
    public ConnectivityResult Finish()
    {
        foreach (Stage stage in Enum.GetValues(typeof(Stage)).Cast<Stage>()
            .Where(stage => stage < Stage.Clock && _checks.TrueForAll(check => check.Name != stage.ToString())))
        {
            Skip(stage, Strings.Format(StringId.SkippedAfterFailure));
        }

        _checks.Add(HasFailed
            ? new Check(nameof(Stage.Clock), CheckStatus.Skipped, Strings.Format(StringId.SkippedAfterFailure))
            : ClockCheck.Evaluate(nameof(Stage.Clock), _clockSkew));
        MaintenanceStatus maintenance = MaintenanceStatus.At(clock.UtcNow, definition.Maintenance);
        _checks.Add(maintenance.Check(nameof(Stage.Maintenance)));
        CheckStatus worst = CheckStatuses.Worst(_checks);
        return new ConnectivityResult
        {
            Status = worst,
            Reason = CheckStatuses.Reason(_checks),
            Changed = false,
            Role = host.Role,
            HostName = host.Host,
            Port = host.Port,
            Environment = host.Environment.ToString(),
            Proxy = Proxy,
            Addresses = Addresses,
            TlsVersion = _connection.TlsVersion,
            TrustAnchor = _connection.ServerTrust?.Anchor?.Name,
            ClockSkew = _clockSkew,
            InMaintenance = maintenance.Current is not null,
            NextMaintenance = maintenance.Next?.Start,
            NextAttempt = maintenance.Current?.End,
            Duration = _watch.Elapsed,
            Advice = _checks.Find(check => check.Status == worst && check.Advice is not null)?.Advice,
            Checks = _checks,
        };
    }

    // A host that is the service's, and ends connections that bring no client certificate, can be reached.
    private bool NeedsCertificate(NaccsException fault) =>
        host.TakesClientCertificate
        && _connection is { IsSecured: true, ClientCertificateRequested: true }
        && fault.ErrorId is (ErrorId.TlsHandshakeFailed or ErrorId.ConnectionFailed);

    private string Version => _connection.TlsVersion ?? "TLS";

    private void PassTunnel(PinnedHttpClient httpClient)
    {
        if (Proxy is null)
        {
            Skip(Stage.ProxyAuthentication, Strings.Format(StringId.RouteDirect));
        }
        else
        {
            Pass(Stage.ProxyAuthentication, _connection.Tunnel, httpClient.Proxies.SignIn.Used is { } scheme
                ? Strings.Format(StringId.ProxySignedIn, scheme)
                : Strings.Format(StringId.ProxyWantsNothing));
        }
    }

    private void PassTls()
    {
        Pass(Stage.Tls, _connection.TlsHandshake, Strings.Format(StringId.TlsNegotiated, Version));
        _checks.Add(AnchorCheck.Evaluate(nameof(Stage.TrustAnchor), _connection.ServerTrust, certificateEnd ?? clock.UtcNow));
    }

    private static TimeSpan Sum(ConnectionInfo connection) =>
        (connection.Connect ?? TimeSpan.Zero) + (connection.Tunnel ?? TimeSpan.Zero) + (connection.TlsHandshake ?? TimeSpan.Zero);

    private static Stage StageOf(ErrorId errorId, ConnectionInfo connection) => errorId switch
    {
        ErrorId.ProxyAuthenticationRequired or ErrorId.ProxyCredentialRefused or ErrorId.ProxyBasicNotAllowed
            or ErrorId.ProxyRefused or ErrorId.ProxyUnreachable or ErrorId.ProxyResponseUnreadable => Stage.ProxyAuthentication,
        ErrorId.ServerNotTrusted or ErrorId.TlsInspectionDetected or ErrorId.ServerCertificateNotTimeValid => Stage.TrustAnchor,
        ErrorId.TlsHandshakeFailed => Stage.Tls,
        _ => StageOf(connection),
    };

    // As far as it came.
    private static Stage StageOf(ConnectionInfo connection) =>
        connection.IsSecured ? Stage.Service
        : connection.Proxy is not null && connection.TlsHandshake is null ? Stage.ProxyAuthentication
        : Stage.Tls;
}
