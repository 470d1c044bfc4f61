using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Compat;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Files;

/// <summary>One thing in a PKCS#12 file (RFC 7292, section 4.2).</summary>
/// <param name="Kind">Its object identifier.</param>
/// <param name="Value">What is in it.</param>
/// <param name="Encoded">All of it as it came, with its attributes.</param>
/// <param name="LocalKeyId">What joins a certificate and its key; null where it does not say.</param>
internal sealed record Pkcs12Bag(string Kind, BerValue Value, byte[] Encoded, string? LocalKeyId)
{
    /// <summary>A key that is not encrypted.</summary>
    public const string Key = "1.2.840.113549.1.12.10.1.1";

    /// <summary>A key that is encrypted.</summary>
    public const string ShroudedKey = "1.2.840.113549.1.12.10.1.2";

    /// <summary>A certificate.</summary>
    public const string Certificate = "1.2.840.113549.1.12.10.1.3";

    private const string Nested = "1.2.840.113549.1.12.10.1.6";
    private const string LocalKeyIdAttribute = "1.2.840.113549.1.9.21";
    private const int MaxDepth = 8;

    /// <summary>Reads what is in a SafeContents.</summary>
    /// <param name="safeContents">The value.</param>
    /// <param name="depth">How many others it is in.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static IEnumerable<Pkcs12Bag> In(BerValue safeContents, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException("too many contents in one another");
        }

        return safeContents.As(BerTag.Sequence).Members().Select(Read)
            .SelectMany(bag => bag.Kind == Nested ? In(bag.Value, depth + 1) : [bag]);
    }

    private static Pkcs12Bag Read(BerValue bag)
    {
        List<BerValue> parts = bag.As(BerTag.Sequence).Members();
        return parts.Count >= 2
            ? new Pkcs12Bag(
                parts[0].ObjectIdentifier(),
                parts[1].As(BerTag.Explicit(0)).Inner(),
                bag.Encoded(),
                parts.Count > 2 ? LocalKeyIdIn(parts[2]) : null)
            : throw new FormatException("an empty bag");
    }

    private static string? LocalKeyIdIn(BerValue attributes) => attributes.As(BerTag.Set).Members()
        .Select(attribute => attribute.Members())
        .Where(parts => parts.Count == 2 && parts[0].ObjectIdentifier() == LocalKeyIdAttribute)
        .Select(parts => Hex.Encode(parts[1].First().Octets()))
        .FirstOrDefault();
}
