using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Issuance;

namespace NaccsCert.Sandbox.Scep;

/// <summary>Writes answers (RFC 8894 section 3.3.2), well or badly.</summary>
/// <param name="identity">Signs them.</param>
/// <param name="bundle">The certificates that come with an issued one.</param>
/// <param name="rule">What is wrong with them.</param>
internal sealed class CertRepWriter(ScepIdentity identity, CertificateBundle bundle, ScepAnswerRule rule)
{
    private const int NonceLength = 16;

    /// <summary>Writes an answer.</summary>
    /// <param name="request">The request that it is for.</param>
    /// <param name="result">What it says.</param>
    /// <param name="digestAlgorithm">Object identifier of the digest that is signed.</param>
    /// <returns>The pkiMessage, DER.</returns>
    public byte[] Write(PkiMessage request, Result result, string digestAlgorithm)
    {
        if (rule == ScepAnswerRule.Garbage)
        {
            return RandomNumberGenerator.GetBytes(500);
        }

        byte[]? content = result.Status == PkiStatus.Success ? Envelope(request, result) : null;
        return identity.Sign(content, digestAlgorithm, [.. Attributes(request, result)]);
    }

    private IEnumerable<AsnEncodedData> Attributes(PkiMessage request, Result result)
    {
        yield return SignedAttributes.OfText(ScepIdentifiers.MessageType, Number(MessageType.CertRep));
        yield return SignedAttributes.OfText(ScepIdentifiers.PkiStatus, Number(result.Status));
        yield return SignedAttributes.OfText(
            ScepIdentifiers.TransactionId,
            rule == ScepAnswerRule.WrongTransaction ? Guid.NewGuid().ToString("N") : request.TransactionId);
        yield return SignedAttributes.OfOctets(ScepIdentifiers.SenderNonce, RandomNumberGenerator.GetBytes(NonceLength));
        yield return SignedAttributes.OfOctets(
            ScepIdentifiers.RecipientNonce,
            rule == ScepAnswerRule.WrongNonce ? RandomNumberGenerator.GetBytes(NonceLength) : request.SenderNonce);
        if (result.Status == PkiStatus.Failure)
        {
            yield return SignedAttributes.OfText(ScepIdentifiers.FailInfo, Number(result.Reason));
            yield return SignedAttributes.OfUtf8(ScepIdentifiers.FailInfoText, result.Text);
        }
    }

    private byte[] Envelope(PkiMessage request, Result result)
    {
        var envelope = new EnvelopedCms(
            new ContentInfo(bundle.Issued(result.Certificate)), new AlgorithmIdentifier(new Oid(result.Cipher)));
        envelope.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, request.Signer));
        return envelope.Encode();
    }

    private static string Number<T>(T value)
        where T : struct, Enum =>
        Convert.ToInt32(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
