using System;
using System.Formats.Asn1;
using System.Linq;

namespace NaccsCert.TestSupport.Certificates;

/// <summary>What a responder is made to say (RFC 6960, section 4.2.1), true or not.</summary>
internal sealed record OcspReply
{
    public const int Good = 0;
    public const int Revoked = 1;
    public const int Unknown = 2;

    private const string NonceExtension = "1.3.6.1.5.5.7.48.1.2";

    /// <summary>The tag of the certificate's status.</summary>
    public int State { get; init; } = Good;

    public DateTimeOffset RevokedAt { get; init; } = DateTimeOffset.UtcNow.AddDays(-3);

    public DateTimeOffset ThisUpdate { get; init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset? NextUpdate { get; init; } = DateTimeOffset.UtcNow.AddHours(1);

    /// <summary>The serial number that is answered for; null for the one that was asked about.</summary>
    public byte[]? Serial { get; init; }

    /// <summary>What becomes of the value of the nonce extension; null leaves the extension away.</summary>
    public Func<byte[], byte[]?> Nonce { get; init; } = nonce => nonce;

    /// <summary>A critical extension that nobody knows; null for none.</summary>
    public string? CriticalExtension { get; init; }

    /// <summary>The ResponseData, which is to be signed.</summary>
    /// <param name="request">The request, DER.</param>
    public byte[] ToBeSigned(byte[] request)
    {
        AsnReader asked = new AsnReader(request, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        AsnReader certificate = asked.ReadSequence().ReadSequence().ReadSequence();
        AsnReader nonce = asked.ReadSequence(Explicit(2)).ReadSequence().ReadSequence();
        nonce.ReadObjectIdentifier();

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(Explicit(2)))
            {
                writer.WriteOctetString(new byte[20]);
            }

            WriteTime(writer, ThisUpdate);
            using (writer.PushSequence())
            {
                WriteSingle(writer, certificate);
            }

            WriteExtensions(writer, Nonce(nonce.ReadOctetString()));
        }

        return writer.Encode();
    }

    private static Asn1Tag Explicit(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);

    private void WriteSingle(AsnWriter writer, AsnReader certificate)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(certificate.ReadEncodedValue().Span);
                writer.WriteEncodedValue(certificate.ReadEncodedValue().Span);
                writer.WriteEncodedValue(certificate.ReadEncodedValue().Span);
                if (Serial is null)
                {
                    writer.WriteEncodedValue(certificate.ReadEncodedValue().Span);
                }
                else
                {
                    writer.WriteIntegerUnsigned(Serial);
                }
            }

            WriteState(writer);
            WriteTime(writer, ThisUpdate);
            if (NextUpdate is { } next)
            {
                using (writer.PushSequence(Explicit(0)))
                {
                    WriteTime(writer, next);
                }
            }
        }
    }

    private void WriteState(AsnWriter writer)
    {
        if (State != Revoked)
        {
            writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, State));
            return;
        }

        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, Revoked)))
        {
            WriteTime(writer, RevokedAt);
            using (writer.PushSequence(Explicit(0)))
            {
                writer.WriteEncodedValue([0x0A, 0x01, 0x01]);
            }
        }
    }

    private void WriteExtensions(AsnWriter writer, byte[]? nonce)
    {
        (string Id, bool IsCritical, byte[] Value)[] extensions =
        [
            .. new[] { nonce }.OfType<byte[]>().Select(value => (NonceExtension, false, value)),
            .. new[] { CriticalExtension }.OfType<string>().Select(id => (id, true, new byte[] { 0x05, 0x00 })),
        ];
        if (extensions.Length == 0)
        {
            return;
        }

        using (writer.PushSequence(Explicit(1)))
        using (writer.PushSequence())
        {
            foreach ((string id, bool isCritical, byte[] value) in extensions)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(id);
                    if (isCritical)
                    {
                        writer.WriteBoolean(true);
                    }

                    writer.WriteOctetString(value);
                }
            }
        }
    }

    private static void WriteTime(AsnWriter writer, DateTimeOffset time) =>
        writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
}
