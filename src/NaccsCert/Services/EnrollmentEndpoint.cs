using System;

namespace NaccsCert.Services;

/// <summary>Where certificates are requested, by which protocol, and what becomes of the three codes.</summary>
/// <param name="Protocol">The protocol that is spoken there.</param>
/// <param name="Url">
/// The base URL: of EST <c>https://HOST[:PORT]/.well-known/est[/LABEL]</c> (RFC 7030, section 3.2.2), of SCEP that of its script
/// (RFC 8894, section 4.1).
/// </param>
internal sealed record EnrollmentEndpoint(EnrollmentProtocol Protocol, Uri Url)
{
    /// <summary>The user name of HTTP Basic, with <c>{code1}</c>, <c>{code2}</c> and <c>{code3}</c> as placeholders; EST only.</summary>
    public string UserTemplate { get; init; } = string.Empty;

    /// <summary>The password of HTTP Basic, with the same placeholders; EST only.</summary>
    public string PasswordTemplate { get; init; } = string.Empty;

    /// <summary>
    /// The challengePassword of first requests (RFC 2985, section 5.4.1), with the same placeholders, where it is a secret that
    /// the service shares with its users, which it always is for SCEP; null where requests have none.
    /// </summary>
    public string? ChallengePasswordTemplate { get; init; }

    /// <summary>Which of several CAs behind the URL is meant (RFC 8894, section 4.2.1); null where there is one; SCEP only.</summary>
    public string? CAIdentifier { get; init; }

    /// <summary>Whether SHA-1, Triple DES and DES may protect messages, for servers that have nothing better; SCEP only.</summary>
    public bool AllowsLegacyAlgorithms { get; init; }

    /// <summary>Whether requests go out without TLS: messages of SCEP protect themselves, and it is allowed there only.</summary>
    public bool IsPlain => Url.Scheme == Uri.UriSchemeHttp;
}
