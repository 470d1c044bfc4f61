using System;
using Microsoft.AspNetCore.Http;
using NaccsCert.Sandbox.Authority;

namespace NaccsCert.Sandbox.Est;

/// <summary>What the EST operations need.</summary>
internal sealed record EstServices
{
    /// <summary>The certificates that are told to everyone.</summary>
    public required CertificateBundle Bundle { get; init; }

    /// <summary>The answer of <c>csrattrs</c>.</summary>
    public required EstReply CsrAttributes { get; init; }

    public required SignIn SignIn { get; init; }

    public required Enrollment Enrollment { get; init; }

    public required Reenrollment Reenrollment { get; init; }

    /// <summary>Where revocation can be asked about, as seen by a request.</summary>
    public required Func<HttpContext, RevocationAddresses> Revocation { get; init; }
}
