using System;
using System.Collections.Generic;
using NaccsCert.Compat;

namespace NaccsCert.Transport;

/// <summary>What a connection showed, for errors and for those who look at networks.</summary>
internal sealed record ConnectionInfo
{
    /// <summary>Nothing yet.</summary>
    public static ConnectionInfo None { get; } = new();

    /// <summary>The proxy on the way; null when the way is direct.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Whether the server is one of the service's; null when its certificate was not seen.</summary>
    public ServerTrustResult? ServerTrust { get; init; }

    /// <summary>The TLS version; null when there was no handshake, or the platform does not tell.</summary>
    public string? TlsVersion { get; init; }

    /// <summary>Whether the server wanted to see a client certificate; null where the platform does not tell.</summary>
    public bool? ClientCertificateRequested { get; init; } = HttpHandlers.TellsOfCertificateRequests ? false : null;

    /// <summary>The issuers whose certificates the server says it takes, as X.500 names; empty when it names none.</summary>
    public IReadOnlyList<string> AcceptedIssuers { get; init; } = [];

    /// <summary>Whether the server was shown the client certificate, as far as the platform tells.</summary>
    public bool ClientCertificateShown { get; init; }

    /// <summary>The alert with which the server ended the connection; null when there was none, or the platform does not tell.</summary>
    public TlsAlert? Alert { get; init; }

    /// <summary>How long TCP took; null when unknown.</summary>
    public TimeSpan? Connect { get; init; }

    /// <summary>How long the proxy took to open the way; null when there was none, or it is unknown.</summary>
    public TimeSpan? Tunnel { get; init; }

    /// <summary>How long the TLS handshake took; null when unknown.</summary>
    public TimeSpan? TlsHandshake { get; init; }

    /// <summary>Who issued the certificate of a device in between that is spoken to; null when there is none.</summary>
    public string? InspectedBy => ServerTrust is { Kind: ServerTrustKind.Inspected, IsTrusted: true } ? ServerTrust.Issuer : null;

    /// <summary>Whether there is a connection that the next exchange may use.</summary>
    public bool IsSecured => ServerTrust is { IsTrusted: true };

    /// <summary>The finding with which an exchange begins: a connection that failed is not used again.</summary>
    public ConnectionInfo Before(Uri? proxy) => (IsSecured ? this : None) with { Proxy = proxy };

    /// <summary>The finding with which an exchange ends.</summary>
    public ConnectionInfo After(RequestTimings progress) => this with
    {
        Connect = progress.DurationOf(HttpStage.Connect) ?? Connect,
        Tunnel = progress.DurationOf(HttpStage.Tunnel) ?? Tunnel,
        TlsHandshake = progress.DurationOf(HttpStage.TlsHandshake) ?? TlsHandshake,
    };
}
