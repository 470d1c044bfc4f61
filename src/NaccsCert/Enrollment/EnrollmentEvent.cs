using System;
using System.Collections.Generic;
using NaccsCert.Transport;

namespace NaccsCert.Enrollment;

/// <summary>What one step did, as a record for progress and verbose output.</summary>
/// <param name="Step">The step that was done.</param>
/// <param name="Next">The step that comes next; null when the session is finished.</param>
/// <param name="EnrollmentId">The journal entry; null while there is none.</param>
/// <param name="Exchanges">The HTTP exchanges of the step.</param>
public sealed record EnrollmentEvent(
    EnrollmentStep Step, EnrollmentStep? Next, string? EnrollmentId, IReadOnlyList<HttpExchange> Exchanges)
{
    /// <summary>
    /// Where it is done, in sentences for people: account, store, service, and the way there. Steps and sessions repeat them.
    /// </summary>
    public IReadOnlyList<string> Setting { get; init; } = [];

    /// <summary>What the step did, in sentences for people, in the language of the session. Steps that only prepare have none.</summary>
    public IReadOnlyList<string> Story { get; init; } = [];

    /// <summary>The service's clock minus this computer's; null while the service has not told.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>Who issued the certificate of a device that looks into the connection, where the definition allows that.</summary>
    public string? InspectedBy { get; init; }
}
