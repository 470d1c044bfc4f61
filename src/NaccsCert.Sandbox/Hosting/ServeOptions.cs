using System;
using System.Net;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Est;
using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>What <c>serve</c> was asked for.</summary>
/// <param name="Data">Path of the data folder.</param>
/// <param name="Port">TCP port; 0 for that of the last run or any.</param>
/// <param name="Codes">Path of a code file, or null for the data folder's own.</param>
/// <param name="Now">The time at the start, or null for the machine's.</param>
/// <param name="Validity">Validity of issued certificates.</param>
/// <param name="Label">The last segment of the address.</param>
/// <param name="Bind">Address to listen on.</param>
/// <param name="ApprovalDelay">How long a first enrollment stays pending.</param>
/// <param name="WantedKey">The kind of key that the CSR attributes ask for.</param>
/// <param name="StopWithInput">Whether the end of standard input ends the service.</param>
internal sealed record ServeOptions(
    string Data,
    int Port,
    string? Codes,
    DateTimeOffset? Now,
    IsoDuration Validity,
    string Label,
    IPAddress Bind,
    IsoDuration ApprovalDelay,
    WantedKey WantedKey,
    bool StopWithInput)
{
    /// <summary>The protocol that is served.</summary>
    public EnrollmentProtocol Protocol { get; init; }

    /// <summary>How the service differs from a well-behaved one.</summary>
    public ServiceBehavior Behavior { get; init; } = new();
}
