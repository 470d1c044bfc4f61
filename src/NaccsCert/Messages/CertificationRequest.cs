using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages;

/// <summary>A PKCS#10 certification request (RFC 2986).</summary>
internal static class CertificationRequest
{
    /// <summary>The common name of a first request; the service puts the terminal's name into the certificate.</summary>
    public const string FirstCommonName = "NaccsCert";

    // Encoded: version 0, and the object identifier of extensionRequest (RFC 2985, section 5.4.2).
    private static readonly byte[] Version = [BerTag.Integer, 1, 0];
    private static readonly byte[] ExtensionRequest = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x0E];

    // That of challengePassword (RFC 2985, section 5.4.1).
    private static readonly byte[] ChallengePassword = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x07];

    /// <summary>Builds a request and signs it. Names and extensions go into it as they come.</summary>
    /// <param name="key">The key that the certificate is for.</param>
    /// <param name="subject">The DER distinguished name; the service may put another into the certificate.</param>
    /// <param name="extensions">DER extensions to ask for: those of the service's csrAttributes, or those of a current certificate.</param>
    /// <returns>The DER request.</returns>
    public static byte[] Build(RequestKey key, byte[] subject, IReadOnlyCollection<byte[]> extensions) =>
        Sign(key, subject, extensions.Count == 0 ? [] : [ExtensionRequestOf(extensions)]);

    /// <summary>Adds a challengePassword (RFC 2985, section 5.4.1) to a well-formed request, and signs it again.</summary>
    /// <param name="request">The DER request.</param>
    /// <param name="password">The shared secret.</param>
    /// <param name="key">The key of the request.</param>
    /// <returns>The DER request, which holds the secret: it is not to be kept.</returns>
    /// <exception cref="FormatException">It is no request.</exception>
    public static byte[] WithChallengePassword(byte[] request, string password, RequestKey key)
    {
        List<BerValue> info = BerValue.Read(request).As(BerTag.Sequence).First().As(BerTag.Sequence).Members();
        byte[] attribute = DerWriter.Write(
            BerTag.Sequence, ChallengePassword, DerWriter.Write(BerTag.Set, DirectoryString(password)));
        return info.Count == 4
            ? Sign(key, info[1].Encoded(), [.. info[3].As(BerTag.Explicit(0)).Members().Select(member => member.Encoded()), attribute])
            : throw new FormatException("not the four parts of a request");
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

    /// <summary>The subject of a well-formed request.</summary>
    /// <param name="request">The DER request.</param>
    /// <returns>The DER distinguished name.</returns>
    /// <exception cref="FormatException">It is no request.</exception>
    public static byte[] SubjectOf(byte[] request)
    {
        List<BerValue> info = BerValue.Read(request).As(BerTag.Sequence).First().As(BerTag.Sequence).Members();
        return info.Count >= 3 ? info[1].As(BerTag.Sequence).Encoded() : throw new FormatException("no subject in the request");
    }

    private static byte[] Sign(RequestKey key, byte[] subject, IEnumerable<byte[]> attributes)
    {
        byte[] info = DerWriter.Write(
            BerTag.Sequence, Version, subject, key.PublicKeyInfo, DerWriter.SetOf(BerTag.Explicit(0), attributes));
        return DerWriter.Write(
            BerTag.Sequence,
            info,
            SignatureAlgorithm.Of(key.Algorithm).GetDerEncoded(),
            DerWriter.BitString(key.Sign(info)));
    }

    private static byte[] ExtensionRequestOf(IEnumerable<byte[]> extensions) => DerWriter.Write(
        BerTag.Sequence,
        ExtensionRequest,
        DerWriter.Write(BerTag.Set, DerWriter.Write(BerTag.Sequence, [.. extensions])));

    // A PrintableString where its few characters do (RFC 2985, section 5.4.1).
    private static byte[] DirectoryString(string text) => DerWriter.Write(
        text.All(IsPrintable) ? BerTag.PrintableString : BerTag.Utf8String, Encoding.UTF8.GetBytes(text));

    private static bool IsPrintable(char character) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9')
        || " '()+,-./:=?".Contains(character);
}
