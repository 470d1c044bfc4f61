using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Ocsp;

/// <summary>Answers (RFC 6960 section 4.2), DER.</summary>
internal static class OcspResponse
{
    private const string Sha256WithRsa = "1.2.840.113549.1.1.11";

    // Signed afresh for every request, so that it need not last.
    private static readonly TimeSpan Validity = TimeSpan.FromHours(1);

    private enum Status
    {
        Successful = 0,
        MalformedRequest = 1,
    }

    /// <summary>The answer to what is no request.</summary>
    public static byte[] Malformed { get; } = Wrap(Status.MalformedRequest, _ => { });

    /// <summary>What is to be signed (ResponseData, section 4.2.1).</summary>
    /// <param name="responder">Who signs.</param>
    /// <param name="states">The certificates that were asked about.</param>
    /// <param name="nonce">The value of the request's nonce extension, or null.</param>
    /// <param name="now">The time for which the answer is given.</param>
    public static byte[] ToBeSigned(
        X509Certificate2 responder,
        IEnumerable<(CertificateId Certificate, CertificateState State)> states,
        byte[]? nonce,
        DateTimeOffset now)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(OcspIdentifiers.Explicit(1)))
            {
                writer.WriteEncodedValue(responder.SubjectName.RawData);
            }

            WriteTime(writer, now);
            using (writer.PushSequence())
            {
                foreach ((CertificateId certificate, CertificateState state) in states)
                {
                    WriteSingle(writer, certificate, state, now);
                }
            }

            WriteNonce(writer, nonce);
        }

        return writer.Encode();
    }

    /// <summary>The answer, when it was signed with RSA and SHA-256.</summary>
    /// <param name="toBeSigned">What was signed.</param>
    /// <param name="signature">The signature.</param>
    public static byte[] Signed(byte[] toBeSigned, byte[] signature) => Wrap(Status.Successful, writer =>
    {
        using (writer.PushSequence(OcspIdentifiers.Explicit(0)))
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(OcspIdentifiers.BasicResponse);
            using (writer.PushOctetString())
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(toBeSigned);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Sha256WithRsa);
                    writer.WriteNull();
                }

                writer.WriteBitString(signature);
            }
        }
    });

    private static byte[] Wrap(Status status, Action<AsnWriter> writeContent)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEnumeratedValue(status);
            writeContent(writer);
        }

        return writer.Encode();
    }

    private static void WriteSingle(AsnWriter writer, CertificateId certificate, CertificateState state, DateTimeOffset now)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.Encoded);
            WriteState(writer, state);
            WriteTime(writer, now);
            using (writer.PushSequence(OcspIdentifiers.Explicit(0)))
            {
                WriteTime(writer, now + Validity);
            }
        }
    }

    // CertStatus: good [0], revoked [1], unknown [2], all with implicit tags.
    private static void WriteState(AsnWriter writer, CertificateState state)
    {
        if (state.RevokedAt is { } revokedAt)
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
            {
                WriteTime(writer, revokedAt);
            }
        }
        else
        {
            writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, state.IsKnown ? 0 : 2));
        }
    }

    private static void WriteNonce(AsnWriter writer, byte[]? nonce)
    {
        if (nonce is null)
        {
            return;
        }

        using (writer.PushSequence(OcspIdentifiers.Explicit(1)))
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(OcspIdentifiers.Nonce);
            writer.WriteOctetString(nonce);
        }
    }

    private static void WriteTime(AsnWriter writer, DateTimeOffset time) =>
        writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
}
