using System;
using System.Collections.Generic;

namespace NaccsCert;

/// <summary>How one host of the service definition answers from here. Times are UTC.</summary>
public sealed record ConnectivityResult : OperationResult
{
    /// <summary>The worst verdict of all checks.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>What the host is for, for example <c>CertificateService</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The host's name.</summary>
    public required string HostName { get; init; }

    /// <summary>The TCP port.</summary>
    public required int Port { get; init; }

    /// <summary><c>Production</c> or <c>Test</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>The proxy on the way; null when the way is direct.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>What to do, or what to tell the network administrator; null when there is nothing to do.</summary>
    public string? Advice
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The addresses that the name resolved to.</summary>
    public IReadOnlyList<string> Addresses
    {
        get;
        init => field = new ResultList<string>(value);
    } = new ResultList<string>([]);

    /// <summary>The TLS version that was negotiated, for example <c>TLS 1.3</c>; null when there was no handshake.</summary>
    public string? TlsVersion { get; init; }

    /// <summary>The trust anchor of the definition that the server's chain ends in; null when there is none.</summary>
    public string? TrustAnchor
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The service's clock minus this computer's, from the HTTP <c>Date</c> field (RFC 9110, section 6.6.1).</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>Whether a maintenance window is on now (manual 9.4).</summary>
    public required bool InMaintenance { get; init; }

    /// <summary>When the next maintenance window begins.</summary>
    public DateTimeOffset? NextMaintenance { get; init; }

    /// <summary>How long the checks of this host took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Every check with its own verdict.</summary>
    public required IReadOnlyList<Check> Checks
    {
        get;
        init => field = new ResultList<Check>(value);
    }

    /// <summary>The result on one line.</summary>
    public override string ToString() => $"{Status}: {HostName}: {Reason}";
}
