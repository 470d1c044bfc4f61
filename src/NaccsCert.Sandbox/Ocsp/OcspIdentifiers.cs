using System.Formats.Asn1;

namespace NaccsCert.Sandbox.Ocsp;

/// <summary>Object identifiers and tags that OCSP requests and responses share.</summary>
internal static class OcspIdentifiers
{
    /// <summary>id-pkix-ocsp-basic (RFC 6960 section 4.2.1).</summary>
    public const string BasicResponse = "1.3.6.1.5.5.7.48.1.1";

    /// <summary>id-pkix-ocsp-nonce (RFC 9654 section 2.1).</summary>
    public const string Nonce = "1.3.6.1.5.5.7.48.1.2";

    /// <summary>An explicit context-specific tag.</summary>
    public static Asn1Tag Explicit(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);
}
