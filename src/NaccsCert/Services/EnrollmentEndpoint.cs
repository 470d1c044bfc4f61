using System;

namespace NaccsCert.Services;

/// <summary>Where certificates are requested, and how the three codes become HTTP Basic credentials.</summary>
/// <param name="Url">The base URL: <c>https://HOST[:PORT]/.well-known/est[/LABEL]</c> (RFC 7030, section 3.2.2).</param>
/// <param name="UserTemplate">The user name, with <c>{code1}</c>, <c>{code2}</c> and <c>{code3}</c> as placeholders.</param>
/// <param name="PasswordTemplate">The password, with the same placeholders.</param>
internal sealed record EnrollmentEndpoint(Uri Url, string UserTemplate, string PasswordTemplate)
{
    /// <summary>The protocol that is spoken there.</summary>
    public EnrollmentProtocol Protocol { get; init; }

    /// <summary>
    /// The challengePassword of first requests (RFC 2985, section 5.4.1), with the same placeholders, where it is a secret that
    /// the service shares with its users; null where requests have none.
    /// </summary>
    public string? ChallengePasswordTemplate { get; init; }
}
