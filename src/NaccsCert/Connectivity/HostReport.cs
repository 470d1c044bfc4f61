using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using NaccsCert.Checks;
using NaccsCert.Http;
using NaccsCert.Reasons;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Connectivity;

/// <summary>Collects what the stages find, in their order, and makes the result of it.</summary>
/// <param name="definition">The service.</param>
/// <param name="host">The host.</param>
/// <param name="clock">This computer's clock.</param>
/// <param name="certificateEnd">When the client certificate ends; null when there is none.</param>
internal sealed class HostReport(ServiceDefinition definition, ServiceHost host, IClock clock, DateTimeOffset? certificateEnd)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Check> _checks = [];
    private ConnectionFinding _finding = ConnectionFinding.None;
    private TimeSpan? _clockSkew;

    /// <summary>The proxy on the way; null when it is direct.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>What the host's name resolved to here.</summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];

    /// <summary>Whether a stage has failed.</summary>
    public bool HasFailed => Verdicts.Worst(_checks) == Verdict.Failed;

    /// <summary>Notes a stage that ended well.</summary>
    public void Pass(Stage stage, TimeSpan? duration, string detail) =>
        _checks.Add(new Check(stage.ToString(), Verdict.Passed, detail) { Duration = duration });

    /// <summary>Notes a stage that failed, with what to do about it.</summary>
    public void Fail(Stage stage, TimeSpan? duration, string detail, string? advice, ErrorId? error = null) =>
        _checks.Add(new Check(stage.ToString(), Verdict.Failed, detail) { Duration = duration, Advice = advice, Error = error });

    /// <summary>Notes a stage that was not looked at.</summary>
    public void Skip(Stage stage, string detail) => _checks.Add(new Check(stage.ToString(), Verdict.Skipped, detail));

    /// <summary>Notes what an answer shows of all stages up to it.</summary>
    public void Answered(HttpDoor door, HttpAnswer answer, TimeSpan duration)
    {
        _finding = door.Finding;
        PassTunnel(door);
        PassTls();
        _clockSkew = door.ClockSkew;
        Pass(Stage.Service, duration - Sum(_finding), ReasonText.Of(ReasonId.ServiceAnswered, answer.StatusCode));
    }

    /// <summary>Notes what a fault shows of all stages up to the one that failed.</summary>
    /// <param name="door">The door.</param>
    /// <param name="fault">The fault; null when time was up.</param>
    /// <param name="duration">How long it took.</param>
    public void Refused(HttpDoor door, NaccsException? fault, TimeSpan duration)
    {
        _finding = door.Finding;
        Stage failed = fault is null ? StageOf(_finding) : StageOf(fault.ErrorId, _finding);
        if (failed > Stage.ProxyAuthentication)
        {
            PassTunnel(door);
        }

        if (failed > Stage.TrustAnchor)
        {
            PassTls();
        }
        else if (failed == Stage.TrustAnchor)
        {
            Pass(Stage.Tls, _finding.TlsHandshake, ReasonText.Of(ReasonId.TlsSpoken, Version));
        }

        Fail(
            failed,
            duration,
            fault?.Message ?? ReasonText.Of(ReasonId.TookTooLong),
            fault?.RecommendedAction ?? ReasonText.Of(ReasonId.AdviceFirewall, host.Host, host.Port),
            fault?.ErrorId);
    }

    /// <summary>Makes the result: what was not looked at is told as skipped.</summary>
    public ConnectivityResult Finish()
    {
        foreach (Stage stage in Enum.GetValues(typeof(Stage)).Cast<Stage>()
            .Where(stage => stage < Stage.Clock && _checks.TrueForAll(check => check.Name != stage.ToString())))
        {
            Skip(stage, ReasonText.Of(ReasonId.SkippedAfterFailure));
        }

        _checks.Add(HasFailed
            ? new Check(nameof(Stage.Clock), Verdict.Skipped, ReasonText.Of(ReasonId.SkippedAfterFailure))
            : ClockCheck.Judge(nameof(Stage.Clock), _clockSkew));
        MaintenanceFinding maintenance = MaintenanceFinding.At(clock.UtcNow, definition.Maintenance);
        _checks.Add(maintenance.Check(nameof(Stage.Maintenance)));
        Verdict worst = Verdicts.Worst(_checks);
        return new ConnectivityResult
        {
            Status = worst,
            Reason = Verdicts.Reason(_checks),
            Changed = false,
            Role = host.Role,
            HostName = host.Host,
            Port = host.Port,
            Environment = host.Environment.ToString(),
            Proxy = Proxy,
            Addresses = Addresses,
            TlsVersion = _finding.TlsVersion,
            TrustAnchor = _finding.Verdict?.Anchor?.Name,
            ClockSkew = _clockSkew,
            InMaintenance = maintenance.Current is not null,
            NextMaintenance = maintenance.Next?.Start,
            NextAttempt = maintenance.Current?.End,
            Duration = _watch.Elapsed,
            Advice = _checks.Find(check => check.Verdict == worst && check.Advice is not null)?.Advice,
            Checks = _checks,
        };
    }

    private string Version => _finding.TlsVersion ?? "TLS";

    private void PassTunnel(HttpDoor door)
    {
        if (Proxy is null)
        {
            Skip(Stage.ProxyAuthentication, ReasonText.Of(ReasonId.WayIsDirect));
        }
        else
        {
            Pass(Stage.ProxyAuthentication, _finding.Tunnel, door.Route.Keys.Used is { } scheme
                ? ReasonText.Of(ReasonId.ProxySignedIn, scheme)
                : ReasonText.Of(ReasonId.ProxyWantsNothing));
        }
    }

    private void PassTls()
    {
        Pass(Stage.Tls, _finding.TlsHandshake, ReasonText.Of(ReasonId.TlsSpoken, Version));
        _checks.Add(AnchorCheck.Judge(nameof(Stage.TrustAnchor), _finding.Verdict, certificateEnd ?? clock.UtcNow));
    }

    private static TimeSpan Sum(ConnectionFinding finding) =>
        (finding.Connect ?? TimeSpan.Zero) + (finding.Tunnel ?? TimeSpan.Zero) + (finding.TlsHandshake ?? TimeSpan.Zero);

    private static Stage StageOf(ErrorId errorId, ConnectionFinding finding) => errorId switch
    {
        ErrorId.ProxyAuthenticationRequired or ErrorId.ProxyCredentialRefused or ErrorId.ProxyBasicNotAllowed
            or ErrorId.ProxyRefused or ErrorId.ProxyUnreachable => Stage.ProxyAuthentication,
        ErrorId.ServerNotTrusted or ErrorId.TlsInspectionDetected or ErrorId.ServerCertificateNotTimeValid => Stage.TrustAnchor,
        ErrorId.TlsHandshakeFailed => Stage.Tls,
        _ => StageOf(finding),
    };

    // As far as it came.
    private static Stage StageOf(ConnectionFinding finding) =>
        finding.IsSecured ? Stage.Service
        : finding.Proxy is not null && finding.TlsHandshake is null ? Stage.ProxyAuthentication
        : Stage.Tls;
}
