using System;
using System.Collections.Generic;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages;

/// <summary>A PKCS#10 certification request (RFC 2986).</summary>
internal static class CertificationRequest
{
    // Encoded: version 0, and the object identifier of extensionRequest (RFC 2985, section 5.4.2).
    private static readonly byte[] Version = [BerTag.Integer, 1, 0];
    private static readonly byte[] ExtensionRequest = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x0E];

    /// <summary>Builds a request and signs it. Names and extensions go into it as they come.</summary>
    /// <param name="key">The key that the certificate is for.</param>
    /// <param name="subject">The DER distinguished name; the service may put another into the certificate.</param>
    /// <param name="extensions">DER extensions to ask for: those of the service's csrAttributes, or those of a current certificate.</param>
    /// <returns>The DER request.</returns>
    public static byte[] Build(RequestKey key, byte[] subject, IReadOnlyCollection<byte[]> extensions)
    {
        byte[] info = DerWriter.Write(
            BerTag.Sequence, Version, subject, key.PublicKeyInfo, Attributes(extensions));
        return DerWriter.Write(
            BerTag.Sequence,
            info,
            SignatureAlgorithm.Of(key.Algorithm).GetDerEncoded(),
            DerWriter.BitString(key.Sign(info)));
    }

    /// <summary>Whether bytes are a request whose public key can be read.</summary>
    /// <param name="request">The bytes.</param>
    public static bool IsWellFormed(byte[] request)
    {
        try
        {
            return PublicKeyOf(request).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The public key of a well-formed request.</summary>
    /// <param name="request">The DER request.</param>
    /// <returns>The SubjectPublicKeyInfo as it stands in the request.</returns>
    /// <exception cref="FormatException">It is no request.</exception>
    public static byte[] PublicKeyOf(byte[] request)
    {
        List<BerValue> whole = BerValue.Read(request).As(BerTag.Sequence).Members();
        List<BerValue> info = whole.Count == 3
            ? whole[0].As(BerTag.Sequence).Members()
            : throw new FormatException("not the three parts of a request");
        List<BerValue> key = info.Count >= 3
            ? info[2].As(BerTag.Sequence).Members()
            : throw new FormatException("no public key in the request");
        return key.Count == 2 && key[1].Tag == BerTag.BitString
            ? info[2].Encoded()
            : throw new FormatException("no public key in the request");
    }

    private static byte[] Attributes(IReadOnlyCollection<byte[]> extensions) =>
        extensions.Count == 0
            ? DerWriter.Write(BerTag.Explicit(0))
            : DerWriter.Write(
                BerTag.Explicit(0),
                DerWriter.Write(
                    BerTag.Sequence,
                    ExtensionRequest,
                    DerWriter.Write(BerTag.Set, DerWriter.Write(BerTag.Sequence, [.. extensions]))));
}
