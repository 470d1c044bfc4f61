using System;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Services;
using NaccsCert.Transport;

namespace NaccsCert.Validation.Connectivity;

/// <summary>What to look at, and how.</summary>
internal sealed record ConnectivityOptions
{
    /// <summary>All that the definition names, the way of the system.</summary>
    public static ConnectivityOptions Default { get; } = new();

    /// <summary>The route to the hosts.</summary>
    public NetworkOptions Network { get; init; } = NetworkOptions.Default;

    /// <summary>The HTTP stack.</summary>
    public IHttpHandlerFactory HttpHandlers { get; init; } = new PlatformHttpHandlerFactory();

    /// <summary>The environment whose hosts are looked at; null for all.</summary>
    public ServiceEnvironment? Environment { get; init; }

    /// <summary>A certificate of the service, joined to its key, to sign in with; null when there is none.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>How long all of it may take.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);
}
