using System;
using System.Linq;
using NaccsCert.Time;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;

namespace NaccsCert.Messages.Revocation;

/// <summary>An answer about one certificate (RFC 6960, section 4.2), signed for its issuer.</summary>
internal sealed class OcspResponse
{
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
            var response = Org.BouncyCastle.Asn1.Ocsp.OcspResponse.GetInstance(Asn1Reader.Read(content));
            return RefusalIn(response.ResponseStatus.IntValueExact) is { } refusal
                ? new OcspResponse(refusal)
                : Read(Basic(response.ResponseBytes), request, issuer, now);
        }
        catch (Exception exception) when (ParserErrors.Is(exception))
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

    private static BasicOcspResponse Basic(ResponseBytes? bytes) =>
        bytes is not null && bytes.ResponseType.Equals(OcspObjectIdentifiers.PkixOcspBasic)
            ? BasicOcspResponse.GetInstance(Asn1Reader.Read(bytes.Response.GetOctets()))
            : throw new MessageFormatException("no basic OCSP response");

    private static OcspResponse Read(BasicOcspResponse basic, OcspRequest request, byte[] issuer, DateTimeOffset now)
    {
        if (!OcspSignature.IsAuthorized(new BasicOcspResp(basic), issuer, now))
        {
            throw new MessageFormatException("no OCSP response of the issuer");
        }

        ResponseData data = basic.TbsResponseData;
        SingleResponse single = data.Responses.Select(SingleResponse.GetInstance)
            .FirstOrDefault(response => request.AsksAbout(response.CertId))
            ?? throw new MessageFormatException("an OCSP response about another certificate");
        RefuseUnknown(data.ResponseExtensions);
        RefuseUnknown(single.SingleExtensions);
        Asn1OctetString? nonce = data.ResponseExtensions?.GetExtensionValue(OcspObjectIdentifiers.PkixOcspNonce);
        if (nonce is not null && !request.HasNonce(nonce))
        {
            throw new MessageFormatException("an OCSP response to another request");
        }

        return new OcspResponse(StatusOf(single.CertStatus))
        {
            ThisUpdate = Moment(single.ThisUpdate),
            NextUpdate = single.NextUpdate is { } next ? Moment(next) : null,
            RepeatsNonce = nonce is not null,
            Revocation = RevocationIn(single.CertStatus),
        };
    }

    // RFC 6960, section 4.4: what is critical and not understood must not be passed over.
    private static void RefuseUnknown(X509Extensions? extensions)
    {
        if (extensions?.GetCriticalExtensionOids().Any(oid => !oid.Equals(OcspObjectIdentifiers.PkixOcspNonce)) == true)
        {
            throw new MessageFormatException("an OCSP response with an unknown critical extension");
        }
    }

    private static OcspStatus StatusOf(CertStatus status) => status.TagNo switch
    {
        0 => OcspStatus.Good,
        1 => OcspStatus.Revoked,
        2 => OcspStatus.Unknown,
        _ => throw new MessageFormatException("no OCSP certificate status"),
    };

    private static RevocationEntry? RevocationIn(CertStatus status)
    {
        if (status.TagNo != 1)
        {
            return null;
        }

        RevokedInfo revoked = RevokedInfo.GetInstance(status.Status);
        return RevocationEntry.Of(revoked.RevocationTime.ToDateTime(), revoked.RevocationReason);
    }

    private static DateTimeOffset Moment(Asn1GeneralizedTime time) => new(time.ToDateTime().ToUniversalTime());
}
