using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>Reads the challengePassword of a CSR (RFC 2985 section 5.4.1).</summary>
internal static class ChallengePassword
{
    public const string Type = "1.2.840.113549.1.9.7";

    /// <summary>The challengePassword among attributes, "" if it is no string, or null if there is none.</summary>
    public static string? In(IEnumerable<AsnEncodedData> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.Oid?.Value == Type) is { } found ? Text(found.RawData) : null;

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
