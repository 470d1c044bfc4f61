using System;
using System.Runtime.CompilerServices;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Transport.Est;
using NaccsCert.Transport.Scep;

namespace NaccsCert.Transport.Protocols;

/// <summary>Maps the protocol that a service definition names to what speaks it.</summary>
internal static class EnrollmentProtocols
{
    /// <summary>Opens the protocol of a service.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="httpClient">The client; for renewals one that authenticates with the current certificate.</param>
    /// <param name="clock">The present moment.</param>
    public static IEnrollmentProtocol Open(ServiceDefinition definition, PinnedHttpClient httpClient, IClock clock) =>
        definition.Enrollment.Protocol switch
        {
            EnrollmentProtocol.Est => OpenEst(definition, httpClient, clock),
            EnrollmentProtocol.Scep => OpenScep(definition, httpClient, clock),
            _ => throw new ArgumentOutOfRangeException(nameof(definition)),
        };

    // Each in a method of its own: nothing of a protocol is loaded for those who use another.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static EstProtocol OpenEst(ServiceDefinition definition, PinnedHttpClient httpClient, IClock clock) => new(
        definition.Enrollment,
        new EstClient(definition.Enrollment.Url, httpClient, clock, MaintenanceCalendar.IsOn(definition.Maintenance)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ScepProtocol OpenScep(ServiceDefinition definition, PinnedHttpClient httpClient, IClock clock) => new(
        definition.Enrollment,
        [.. definition.AnchorsFor(TrustAnchorPurpose.Client)],
        new ScepClient(definition.Enrollment, httpClient, clock, MaintenanceCalendar.IsOn(definition.Maintenance)),
        clock);
}
