using System;
using System.Diagnostics.CodeAnalysis;
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

    // Each in a method of its own, which names the protocol nowhere in its signature: to compile a call, the runtime loads the type that
    // it returns, and nothing of a protocol is loaded for those who use another.
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Performance", "CA1859:Use concrete types when possible for improved performance", Justification = "See above.")]
    private static IEnrollmentProtocol OpenEst(ServiceDefinition definition, PinnedHttpClient httpClient, IClock clock) => new EstProtocol(
        definition.Enrollment,
        new EstClient(definition.Enrollment.Url, httpClient, clock, MaintenanceCalendar.IsOn(definition.Maintenance)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Performance", "CA1859:Use concrete types when possible for improved performance", Justification = "See above.")]
    private static IEnrollmentProtocol OpenScep(ServiceDefinition definition, PinnedHttpClient httpClient, IClock clock) => new ScepProtocol(
        definition.Enrollment,
        [.. definition.AnchorsFor(TrustAnchorPurpose.Client)],
        new ScepClient(definition.Enrollment, httpClient, clock, MaintenanceCalendar.IsOn(definition.Maintenance)),
        clock);
}
