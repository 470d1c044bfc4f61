using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.Est;

/// <summary>Reads and judges the challengePassword of a CSR (RFC 2985 section 5.4.1, RFC 7030 section 3.5).</summary>
internal static class ChallengePasswords
{
    public const string Type = "1.2.840.113549.1.9.7";

    /// <summary>What a client has to put into it where it is verified, as the service definition says it too.</summary>
    public const string Template = "{code1}{code2}{code3}";

    /// <summary>The challengePassword among attributes, "" if it is no string, or null if there is none.</summary>
    public static string? In(IEnumerable<AsnEncodedData> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.Oid?.Value == Type) is { } found ? Text(found.RawData) : null;

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

    // DirectoryString (RFC 5280 appendix A), or the IA5String that some clients write.
    private static string Text(byte[] encoded)
    {
        try
        {
            var reader = new AsnReader(encoded, AsnEncodingRules.BER);
            return reader.ReadCharacterString((UniversalTagNumber)reader.PeekTag().TagValue);
        }
        catch (Exception exception) when (exception is AsnContentException or ArgumentException)
        {
            return string.Empty;
        }
    }
}
