using System;
using NaccsCert.Enrollment.Events;
using NaccsCert.Services;
using NaccsCert.Transport;

namespace NaccsCert.Sessions;

/// <summary>What one command chooses.</summary>
internal sealed record SessionOptions
{
    /// <summary>The service definition, loaded when it is first needed.</summary>
    public required Lazy<ServiceDefinition> Source { get; init; }

    /// <summary>The service.</summary>
    public ServiceDefinition Definition => Source.Value;

    /// <summary>Asks the person at the console.</summary>
    public required IUserInteraction Interaction { get; init; }

    /// <summary>Takes what happens on the way.</summary>
    public required IProgress<EnrollmentEvent> Events { get; init; }

    /// <summary>The choices about the route to the service.</summary>
    public NetworkOptions Network { get; init; } = NetworkOptions.Default;

    /// <summary>Whether any account will do, also one that is not that of the desktop.</summary>
    public bool AnyAccount { get; init; }

    /// <summary>The longest wait for a service that issues later; null to wait for none.</summary>
    public TimeSpan? Wait { get; init; }
}
