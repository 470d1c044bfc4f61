using System;
using Microsoft.AspNetCore.Http;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Codes;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>What every protocol offers in its own words.</summary>
internal sealed record IssuanceServices
{
    /// <summary>The certificates that come with every answer.</summary>
    public required CertificateBundle Bundle { get; init; }

    public required CodeCheck Codes { get; init; }

    public required Enrollment Enrollment { get; init; }

    /// <summary>Enrolls those who want their key made here.</summary>
    public required MadeKeys MadeKeys { get; init; }

    public required Reenrollment Reenrollment { get; init; }

    /// <summary>Where revocation can be asked about, as seen by a request.</summary>
    public required Func<HttpContext, RevocationAddresses> Revocation { get; init; }
}
