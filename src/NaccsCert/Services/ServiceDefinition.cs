using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Time;

namespace NaccsCert.Services;

/// <summary>Everything that a certificate service could change, as data. Made only by <see cref="ServiceDefinitionParser"/>.</summary>
/// <param name="Name">A short name, for <c>-Service</c> and the journal.</param>
/// <param name="DisplayName">The name that people read.</param>
/// <param name="Enrollment">Where and how certificates are requested.</param>
/// <param name="Issuer">The common name of the issuer of client certificates (manual 7).</param>
/// <param name="Validity">The nominal validity of a client certificate (manual 1.2).</param>
/// <param name="RenewalWindow">How long before the end of validity renewal opens (manual 1.2).</param>
/// <param name="Hosts">The hosts that must be reachable (manual 2.2).</param>
/// <param name="Maintenance">When the service pauses (manual 9.4); null when it never does.</param>
/// <param name="TrustAnchors">The roots that the definition pins (manual 2.3).</param>
/// <param name="Network">What is settled about the way to the service (manual 1.3).</param>
internal sealed record ServiceDefinition(
    string Name,
    string DisplayName,
    EnrollmentEndpoint Enrollment,
    string Issuer,
    CalendarPeriod Validity,
    CalendarPeriod RenewalWindow,
    IReadOnlyList<ServiceHost> Hosts,
    MaintenanceRule? Maintenance,
    IReadOnlyList<TrustAnchor> TrustAnchors,
    ServiceNetwork Network)
{
    /// <summary>Where it was read: the path of its file, or the name under which it is built in.</summary>
    public string Origin { get; init; } = Name;

    /// <summary>The full path by which it was asked for; null when it was found by its name.</summary>
    public string? GivenPath { get; init; }

    /// <summary>
    /// The object identifier of the subject's attribute that names the terminal to people; null for the common name, or what tells
    /// certificates apart where there is none.
    /// </summary>
    public string? TerminalAttribute { get; init; }

    /// <summary>The operator's own program, which may be installed beside this module (manual 3); null where there is none.</summary>
    public OfficialTool? OfficialTool { get; init; }

    /// <summary>The moment from which the service renews a certificate (manual 1.2).</summary>
    /// <param name="notAfter">The end of the certificate's validity.</param>
    /// <returns>The moment in UTC.</returns>
    public DateTimeOffset RenewalOpens(DateTimeOffset notAfter) => RenewalWindow.Before(notAfter.ToUniversalTime());

    /// <summary>The roots that the definition pins for servers.</summary>
    public IReadOnlyList<TrustAnchor> ServerAnchors => [.. AnchorsFor(TrustAnchorPurpose.Server)];

    /// <summary>The roots that the definition pins for a purpose.</summary>
    /// <param name="purpose">What they vouch for.</param>
    public IEnumerable<TrustAnchor> AnchorsFor(TrustAnchorPurpose purpose) =>
        TrustAnchors.Where(anchor => anchor.Purpose == purpose);

    /// <summary>The DER roots for client certificates that the definition has as a whole, not by their pin alone.</summary>
    public IEnumerable<byte[]> ClientRoots =>
        AnchorsFor(TrustAnchorPurpose.Client).Select(anchor => anchor.Certificate).OfType<byte[]>();

    /// <summary>Whether the definition pins any root for client certificates.</summary>
    public bool PinsClientRoots => AnchorsFor(TrustAnchorPurpose.Client).Any();

    /// <summary>Whether a root for client certificates has one of the pins.</summary>
    /// <param name="sha256">The SHA-256 of the root, as <see cref="TrustAnchor.Sha256"/> has it.</param>
    public bool PinsClientRoot(string sha256) => AnchorsFor(TrustAnchorPurpose.Client).Any(anchor => anchor.Sha256 == sha256);
}
