using System.Security.Cryptography;
using System.Text;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.Est;

/// <summary>Judges the challengePassword of a CSR (RFC 7030 section 3.5).</summary>
internal static class ChallengePasswordCheck
{
    /// <summary>What a client has to put into it where it is verified, as the service definition says it too.</summary>
    public const string Template = "{code1}{code2}{code3}";

    /// <summary>Why a request is refused for its challengePassword, or null if it is not.</summary>
    /// <param name="rule">What is wanted.</param>
    /// <param name="given">What the request has, or null.</param>
    /// <param name="credentials">The codes that came with it; null for a renewal, which has none.</param>
    public static string? Refusal(ChallengePasswordRule rule, string? given, BasicCredentials? credentials)
    {
        switch (rule)
        {
            case ChallengePasswordRule.Refuse when given is not null:
                return "a challengePassword is not accepted";
            case ChallengePasswordRule.Verify when credentials is not null && !AreSame(given, credentials.User + credentials.Password):
                return "the challengePassword is missing or wrong";
            case ChallengePasswordRule.Link:
                return "the request is not linked to this TLS session (RFC 7030 section 3.5)";
            default:
                return null;
        }
    }

    private static bool AreSame(string? given, string wanted) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(wanted));
}
