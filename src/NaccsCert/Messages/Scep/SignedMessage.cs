using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using NaccsCert.Messages.Signatures;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Cms;

namespace NaccsCert.Messages.Scep;

/// <summary>A signed pkiMessage: what its attributes say, and whether somebody has signed it.</summary>
internal sealed class SignedMessage
{
    private readonly CmsSignedData _message;
    private readonly SignerInformation _signer;

    private SignedMessage(CmsSignedData message, SignerInformation signer) => (_message, _signer) = (message, signer);

    /// <summary>What it is.</summary>
    public ScepMessageType? Type => (ScepMessageType?)Number(ScepAttributes.MessageType);

    /// <summary>Which transaction it belongs to; null where it does not say so.</summary>
    public string? TransactionId => Text(ScepAttributes.TransactionId);

    /// <summary>The object identifier of the hash of its signature.</summary>
    public string Digest => _signer.DigestAlgorithmID.Algorithm.Id;

    /// <summary>The content; none in a message that only says how it went.</summary>
    public byte[] Content
    {
        get
        {
            using var content = new MemoryStream();
            _message.SignedContent?.Write(content);
            return content.ToArray();
        }
    }

    /// <summary>The certificates that it brings, DER.</summary>
    public IReadOnlyList<byte[]> Certificates =>
        [.. _message.GetCertificates().EnumerateMatches(null).Select(certificate => certificate.GetEncoded())];

    /// <summary>Reads a message; nothing of it is believed yet.</summary>
    /// <param name="content">The bytes.</param>
    /// <exception cref="MessageFormatException">It is none, or does not have one signature.</exception>
    public static SignedMessage Parse(byte[] content) => Guard(() =>
    {
        Asn1Reader.Bound(content);
        var message = new CmsSignedData(content);
        IList<SignerInformation> signers = message.GetSignerInfos().GetSigners();
        return signers.Count == 1 && signers[0].SignedAttributes is not null
            ? new SignedMessage(message, signers[0])
            : throw new MessageFormatException("not the one signature of a pkiMessage");
    });

    /// <summary>Finds who of several has signed it.</summary>
    /// <param name="certificates">DER certificates.</param>
    /// <returns>The first whose key confirms the signature; null when it is none of them.</returns>
    public byte[]? FindSigner(IEnumerable<byte[]> certificates) =>
        certificates.FirstOrDefault(IsSignedBy);

    /// <summary>A nonce: octets that the other side chose or repeats.</summary>
    /// <param name="attribute">One of <see cref="ScepAttributes"/>.</param>
    /// <returns>The octets; null where there are none.</returns>
    public byte[]? Nonce(string attribute) => (Value(attribute) as Asn1OctetString)?.GetOctets();

    /// <summary>A number that is written in digits.</summary>
    /// <param name="attribute">One of <see cref="ScepAttributes"/>.</param>
    /// <returns>The number; null where there is none.</returns>
    public int? Number(string attribute) =>
        int.TryParse(Text(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    /// <summary>A text.</summary>
    /// <param name="attribute">One of <see cref="ScepAttributes"/>.</param>
    /// <returns>The text; null where there is none.</returns>
    public string? Text(string attribute) => (Value(attribute) as DerStringBase)?.GetString();

    private bool IsSignedBy(byte[] certificate)
    {
        try
        {
            return SignerProof.Holds(_signer, _message.SignedContentType, Content, CertificateParts.Parse(certificate).PublicKeyInfo);
        }
        catch (Exception exception) when (ParserErrors.Is(exception) || exception is CmsException)
        {
            return false;
        }
    }

    private Asn1Object? Value(string attribute) => Guard(() => SignerProof.ValueOf(_signer, new DerObjectIdentifier(attribute)));

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (ParserErrors.Is(exception) || exception is CmsException)
        {
            throw new MessageFormatException("no pkiMessage", exception);
        }
    }
}
