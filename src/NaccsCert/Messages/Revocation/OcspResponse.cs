using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;
using NaccsCert.Time;

namespace NaccsCert.Messages.Revocation;

/// <summary>An answer about one certificate (RFC 6960, section 4.2), signed for its issuer.</summary>
internal sealed class OcspResponse
{
    private const string Basic = "1.3.6.1.5.5.7.48.1.1";

    private OcspResponse(OcspStatus status) => Status = status;

    /// <summary>What the responder says.</summary>
    public OcspStatus Status { get; }

    /// <summary>The moment for which the status is known; the beginning of the calendar when there is none.</summary>
    public DateTimeOffset ThisUpdate { get; private init; }

    /// <summary>The moment by which there will be a newer answer; null when there always is one.</summary>
    public DateTimeOffset? NextUpdate { get; private init; }

    /// <summary>Whether the response repeats the nonce of the request, so that it was made for it.</summary>
    public bool RepeatsNonce { get; private init; }

    /// <summary>Since when and why the certificate is revoked; null when it is not.</summary>
    public RevocationEntry? Revocation { get; private init; }

    /// <summary>
    /// Reads a response, and verifies that it is an answer to the request and signed by one who may answer for the issuer.
    /// Of what is not signed, only the refusals of a responder are taken.
    /// </summary>
    /// <param name="content">The response, DER.</param>
    /// <param name="request">The request.</param>
    /// <param name="issuer">The DER certificate of the issuer of the certificate in question.</param>
    /// <param name="now">The moment for which the certificate of a responder must be valid.</param>
    /// <returns>The response, current or not.</returns>
    /// <exception cref="MessageFormatException">It is no response, not to this request, or not for the issuer.</exception>
    public static OcspResponse Parse(byte[] content, OcspRequest request, byte[] issuer, DateTimeOffset now)
    {
        try
        {
            List<BerValue> response = BerValue.Read(content).As(BerTag.Sequence).Members();
            int status = response.Count > 0 ? response[0].As(BerTag.Enumerated).SmallInteger() : throw new FormatException("no status");
            return RefusalIn(status) is { } refusal
                ? new OcspResponse(refusal)
                : Read(BasicIn(response), request, issuer, now);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new MessageFormatException("no OCSP response", exception);
        }
    }

    /// <summary>Whether the status holds at a moment, give or take what clocks may be off (RFC 6960, section 3.2).</summary>
    /// <param name="now">The moment.</param>
    public bool IsCurrentAt(DateTimeOffset now)
    {
        // Without an end, and not made for this request, it could be a replay of any age.
        DateTimeOffset end = NextUpdate ?? (RepeatsNonce ? DateTimeOffset.MaxValue : ThisUpdate);
        return ThisUpdate - now <= ClockSkew.Tolerated && now - end <= ClockSkew.Tolerated;
    }

    // RFC 6960, section 4.2.1: there is no 4.
    private static OcspStatus? RefusalIn(int responseStatus) => responseStatus switch
    {
        0 => null,
        1 => OcspStatus.MalformedRequest,
        2 => OcspStatus.InternalError,
        3 => OcspStatus.TryLater,
        5 => OcspStatus.SigRequired,
        6 => OcspStatus.Unauthorized,
        _ => throw new MessageFormatException("no OCSP response status"),
    };

    private static BerValue BasicIn(List<BerValue> response)
    {
        List<BerValue> bytes = response.Count == 2 ? response[1].As(BerTag.Explicit(0)).Inner().Members() : [];
        return bytes.Count == 2 && bytes[0].ObjectIdentifier() == Basic
            ? BerValue.Read(bytes[1].As(BerTag.OctetString).Content())
            : throw new MessageFormatException("no basic OCSP response");
    }

    private static OcspResponse Read(BerValue basic, OcspRequest request, byte[] issuer, DateTimeOffset now)
    {
        List<BerValue> parts = basic.As(BerTag.Sequence).Members();
        if (parts.Count < 3 || !OcspSignature.IsAuthorized(parts, CertificateParts.Parse(issuer), now))
        {
            throw new MessageFormatException("no OCSP response of the issuer");
        }

        // A version and the responder's name come first, each under a tag of its own; the name may be either of two.
        List<BerValue> data = [.. parts[0].Members().SkipWhile(part => part.Tag != BerTag.GeneralizedTime)];
        List<BerValue> single = data.Count > 1
            ? data[1].Members().Select(member => member.Members()).FirstOrDefault(member => member.Count > 2 && request.AsksAbout(member[0]))
                ?? throw new MessageFormatException("an OCSP response about another certificate")
            : throw new FormatException("no response data");
        IReadOnlyList<ExtensionParts> extensions = ExtensionParts.In(data.Skip(2).Where(part => part.Tag == BerTag.Explicit(1)));
        RefuseUnknown(extensions);
        RefuseUnknown(ExtensionParts.In(single.Skip(3).Where(part => part.Tag == BerTag.Explicit(1))));
        byte[]? nonce = extensions.FirstOrDefault(extension => extension.Identifier == OcspRequest.Nonce)?.Value;
        if (nonce is not null && !request.HasNonce(nonce))
        {
            throw new MessageFormatException("an OCSP response to another request");
        }

        List<BerValue> next = [.. single.Skip(3).Where(part => part.Tag == BerTag.Explicit(0))];
        return new OcspResponse(StatusOf(single[1]))
        {
            ThisUpdate = single[2].Moment(),
            NextUpdate = next.Count > 0 ? next[0].Inner().Moment() : null,
            RepeatsNonce = nonce is not null,
            Revocation = RevocationIn(single[1]),
        };
    }

    // RFC 6960, section 4.4: what is critical and not understood must not be passed over.
    private static void RefuseUnknown(IEnumerable<ExtensionParts> extensions)
    {
        if (extensions.Any(extension => extension.IsCritical && extension.Identifier != OcspRequest.Nonce))
        {
            throw new MessageFormatException("an OCSP response with an unknown critical extension");
        }
    }

    private static OcspStatus StatusOf(BerValue status)
    {
        switch (status.Tag)
        {
            case 0x80:
                return OcspStatus.Good;
            case 0xA1:
                return OcspStatus.Revoked;
            case 0x82:
                return OcspStatus.Unknown;
            default:
                throw new MessageFormatException("no OCSP certificate status");
        }
    }

    private static RevocationEntry? RevocationIn(BerValue status)
    {
        if (status.Tag != BerTag.Explicit(1))
        {
            return null;
        }

        List<BerValue> revoked = status.Members();
        return RevocationEntry.Of(
            (revoked.Count > 0 ? revoked[0] : throw new FormatException("no date")).Moment().UtcDateTime,
            revoked.Count > 1 ? revoked[1].As(BerTag.Explicit(0)).Inner().As(BerTag.Enumerated).SmallInteger() : null);
    }
}
