using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.Authority;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>Compares whom a certificate and a request are about.</summary>
internal static class SubjectNames
{
    /// <summary>Whether two names are the same, whatever string types they are encoded in (RFC 5280 section 7.1).</summary>
    public static bool AreSame(X500DistinguishedName left, X500DistinguishedName right)
    {
        if (left.RawData.AsSpan().SequenceEqual(right.RawData))
        {
            return true;
        }

        try
        {
            return Attributes(left).SequenceEqual(Attributes(right));
        }
        catch (CryptographicException)
        {
            // A name whose strings cannot be read is nobody's.
            return false;
        }
    }

    /// <summary>The subject alternative name among extensions, DER, empty if there is none.</summary>
    public static byte[] AlternativeName(IEnumerable<X509Extension> extensions) =>
        extensions.FirstOrDefault(extension => extension.Oid?.Value == ObjectIdentifiers.SubjectAlternativeName)?.RawData ?? [];

    // An attribute set of several values is compared as it is encoded.
    private static IEnumerable<(string? Type, string? Value)> Attributes(X500DistinguishedName name) =>
        name.EnumerateRelativeDistinguishedNames().Select(attribute => attribute.HasMultipleElements
            ? (null, Convert.ToHexString(attribute.RawData.Span))
            : (attribute.GetSingleElementType().Value, attribute.GetSingleElementValue()));
}
