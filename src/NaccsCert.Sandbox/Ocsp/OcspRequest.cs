using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace NaccsCert.Sandbox.Ocsp;

/// <summary>A question about certificates (RFC 6960 section 4.1). Who signed it, if anybody did, does not matter here.</summary>
/// <param name="Certificates">The certificates that it asks about.</param>
/// <param name="Nonce">The value of the nonce extension, which the response repeats; null when there is none.</param>
internal sealed record OcspRequest(IReadOnlyList<CertificateId> Certificates, byte[]? Nonce)
{
    private const int MaxNonceLength = 128;

    /// <summary>Reads a request, DER.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(byte[] der, [NotNullWhen(true)] out OcspRequest? request)
    {
        try
        {
            request = Read(new AsnReader(der, AsnEncodingRules.DER).ReadSequence().ReadSequence());
            return true;
        }
        catch (AsnContentException)
        {
            request = null;
            return false;
        }
    }

    private static OcspRequest Read(AsnReader toBeSigned)
    {
        // Version and requestor name.
        Skip(toBeSigned, 0);
        Skip(toBeSigned, 1);
        AsnReader list = toBeSigned.ReadSequence();
        var certificates = new List<CertificateId>();
        while (list.HasData)
        {
            certificates.Add(CertificateId.Read(list.ReadSequence()));
        }

        Asn1Tag extensions = OcspIdentifiers.Explicit(2);
        return new OcspRequest(
            certificates,
            toBeSigned.HasData && toBeSigned.PeekTag() == extensions
                ? NonceIn(toBeSigned.ReadSequence(extensions).ReadSequence())
                : null);
    }

    private static void Skip(AsnReader reader, int number)
    {
        if (reader.PeekTag() == OcspIdentifiers.Explicit(number))
        {
            reader.ReadEncodedValue();
        }
    }

    private static byte[]? NonceIn(AsnReader extensions)
    {
        while (extensions.HasData)
        {
            AsnReader extension = extensions.ReadSequence();
            bool isNonce = extension.ReadObjectIdentifier() == OcspIdentifiers.Nonce;
            if (extension.PeekTag() == Asn1Tag.Boolean)
            {
                extension.ReadBoolean();
            }

            byte[] value = extension.ReadOctetString();
            if (isNonce)
            {
                // RFC 9654 section 2.1: 1 to 128 octets.
                return new AsnReader(value, AsnEncodingRules.DER).ReadOctetString() is { Length: > 0 and <= MaxNonceLength }
                    ? value
                    : throw new AsnContentException();
            }
        }

        return null;
    }
}
