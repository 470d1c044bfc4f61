using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Checks;
using NaccsCert.Http;
using NaccsCert.Reasons;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Connectivity;

/// <summary>Looks at one host, stage after stage; a stage that fails ends the row.</summary>
/// <param name="definition">The service.</param>
/// <param name="host">The host.</param>
/// <param name="clock">This computer's clock.</param>
internal sealed class HostProbe(ServiceDefinition definition, ServiceHost host, IClock clock)
{
    private static readonly string[] Stages = ["NameResolution", "Tcp", "Tls", "Service", "Clock"];

    private static readonly TimeSpan LongestStage = TimeSpan.FromSeconds(15);

    private readonly List<Check> _checks = [];
    private IReadOnlyList<string> _addresses = [];
    private TlsFinding? _tls;
    private TimeSpan? _clockSkew;

    /// <summary>Runs the stages.</summary>
    /// <param name="cancellationToken">Ends the probe.</param>
    /// <returns>What was found.</returns>
    public async Task<ConnectivityResult> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        Func<CancellationToken, Task<IReadOnlyList<Check>>>[] stages = [ResolveAsync, ConnectAsync, AskAsync];
        foreach (Func<CancellationToken, Task<IReadOnlyList<Check>>> stage in stages)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(LongestStage);
            _checks.AddRange(await stage(deadline.Token).ConfigureAwait(false));
            cancellationToken.ThrowIfCancellationRequested();
            if (Verdicts.Worst(_checks) == Verdict.Failed)
            {
                break;
            }
        }

        _checks.AddRange(Stages.Skip(_checks.Count)
            .Select(stage => new Check(stage, Verdict.Skipped, ReasonText.Of(ReasonId.SkippedAfterFailure))));
        return Result(watch.Elapsed);
    }

    private async Task<IReadOnlyList<Check>> ResolveAsync(CancellationToken cancellationToken)
    {
        try
        {
            Task<IPAddress[]> resolving = Dns.GetHostAddressesAsync(host.Host);
            await Task.WhenAny(resolving, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            _addresses = [.. (await resolving.ConfigureAwait(false)).Select(address => address.ToString())];
            return [new Check(Stages[0], Verdict.Passed, ReasonText.Of(ReasonId.NameResolved, string.Join(", ", _addresses)))];
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return [new Check(Stages[0], Verdict.Failed, ReasonText.Of(ReasonId.NameNotResolved, host.Host))];
        }
    }

    private async Task<IReadOnlyList<Check>> ConnectAsync(CancellationToken cancellationToken)
    {
        _tls = await TlsProbe.RunAsync(host, new ServerTrust(definition.TrustAnchors, clock), cancellationToken)
            .ConfigureAwait(false);
        Check tcp = _tls.ConnectFailure is { } failure
            ? new Check(Stages[1], Verdict.Failed, ReasonText.Of(ReasonId.TcpFailed, host.Port, failure))
            : new Check(Stages[1], Verdict.Passed, ReasonText.Of(ReasonId.TcpConnected, host.Port));
        return tcp.Verdict == Verdict.Failed ? [tcp] : [tcp, TlsCheck(_tls)];
    }

    private static Check TlsCheck(TlsFinding tls) =>
        tls.Verdict is { Failure: { } untrusted }
            ? new Check(Stages[2], Verdict.Failed, ReasonText.Of(ReasonId.TlsUntrusted, untrusted, tls.Verdict.Issuer))
            : tls.HandshakeFailure is { } failure
                ? new Check(Stages[2], Verdict.Failed, ReasonText.Of(ReasonId.TlsFailed, failure))
                : new Check(Stages[2], Verdict.Passed, ReasonText.Of(
                    ReasonId.TlsTrusted, tls.Version ?? string.Empty, tls.Verdict?.Anchor?.Name ?? string.Empty));

    private async Task<IReadOnlyList<Check>> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var door = new HttpDoor(definition, null, clock);
            HttpAnswer answer = await door.GetAsync(AddressOf(), cancellationToken).ConfigureAwait(false);
            _clockSkew = answer.Date - clock.UtcNow;
            return
            [
                new Check(Stages[3], Verdict.Passed, ReasonText.Of(ReasonId.ServiceAnswered, answer.StatusCode)),
                ClockSkewPolicy.Judge(Stages[4], _clockSkew),
            ];
        }
        catch (NaccsException exception)
        {
            return [new Check(Stages[3], Verdict.Failed, ReasonText.Of(ReasonId.ServiceSilent, exception.Message))];
        }
        catch (OperationCanceledException)
        {
            return [new Check(Stages[3], Verdict.Failed, ReasonText.Of(ReasonId.ServiceSilent, LongestStage))];
        }
    }

    private Uri AddressOf() =>
        host.Host == definition.Enrollment.Url.Host && host.Port == definition.Enrollment.Url.Port
            ? new Uri(definition.Enrollment.Url.AbsoluteUri + "/cacerts")
            : new UriBuilder(Uri.UriSchemeHttps, host.Host, host.Port).Uri;

    private ConnectivityResult Result(TimeSpan duration)
    {
        DateTimeOffset now = clock.UtcNow;
        MaintenanceWindow? current = definition.Maintenance is { } rule ? MaintenanceCalendar.Current(rule, now) : null;
        MaintenanceWindow? next = definition.Maintenance is { } again ? MaintenanceCalendar.Next(again, now) : null;
        _checks.Add(current is not null
            ? new Check("Maintenance", Verdict.Warning, ReasonText.Of(ReasonId.MaintenanceNow, LocalTime.Text(current.End)))
            : new Check("Maintenance", Verdict.Passed, next is null
                ? ReasonText.Of(ReasonId.MaintenanceNone)
                : ReasonText.Of(ReasonId.MaintenanceNext, LocalTime.Text(next.Start))));
        return new ConnectivityResult
        {
            Status = Verdicts.Worst(_checks),
            Reason = Verdicts.Reason(_checks),
            Changed = false,
            Role = host.Role,
            HostName = host.Host,
            Port = host.Port,
            Environment = host.Environment.ToString(),
            Addresses = _addresses,
            TlsVersion = _tls?.Version,
            TrustAnchor = _tls?.Verdict?.Anchor?.Name,
            ClockSkew = _clockSkew,
            InMaintenance = current is not null,
            NextMaintenance = next?.Start,
            NextAttempt = current?.End,
            Duration = duration,
            Checks = _checks,
        };
    }
}
