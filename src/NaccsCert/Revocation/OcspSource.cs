using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Http;
using NaccsCert.Protocol;
using NaccsCert.Reasons;
using NaccsCert.Time;

namespace NaccsCert.Revocation;

/// <summary>Asks the issuer's OCSP responder (RFC 6960) about the certificate.</summary>
/// <param name="door">The way to the responder.</param>
/// <param name="clock">The moment for which the answer must be current.</param>
internal sealed class OcspSource(HttpDoor door, IClock clock) : IRevocationSource
{
    private const int NonceLength = 32;

    /// <inheritdoc/>
    public string Name => "OCSP";

    /// <inheritdoc/>
    public IReadOnlyList<Uri> AddressesIn(byte[] certificate) => OcspRequest.AddressesIn(certificate);

    /// <inheritdoc/>
    public async Task<Check> AskAsync(
        Uri address, X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        OcspRequest request = OcspRequest.For(certificate.SerialNumber, issuer.RawData, NewNonce());
        HttpAnswer answer = await door.SendAsync(() => Compose(address, request), cancellationToken).ConfigureAwait(false);
        return answer.StatusCode == 200
            ? Judge(OcspResponse.Parse(answer.Body, request, issuer.RawData, clock.UtcNow))
            : new Check(Name, Verdict.Warning, RevocationTexts.Refused(answer, address));
    }

    private Check Judge(OcspResponse response) => response switch
    {
        { Status: not (OcspStatus.Good or OcspStatus.Revoked) } =>
            new Check(Name, Verdict.Warning, ReasonText.Of(ReasonId.OcspSays, response.Status)),
        _ when !response.IsCurrentAt(clock.UtcNow) =>
            new Check(Name, Verdict.Warning, RevocationTexts.NotCurrent(response.ThisUpdate)),
        { Revocation: { } entry } => new Check(Name, Verdict.Failed, RevocationTexts.Revoked(entry)),
        _ => new Check(Name, Verdict.Passed, ReasonText.Of(ReasonId.OcspGood, LocalTime.Text(response.ThisUpdate))),
    };

    // RFC 6960, appendix A.1.
    private static HttpRequestMessage Compose(Uri address, OcspRequest request)
    {
        var content = new ByteArrayContent(request.Encoded);
        content.Headers.ContentType = new MediaTypeHeaderValue(OcspRequest.MediaType);
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        message.Headers.ExpectContinue = false;
        return message;
    }

    private static byte[] NewNonce()
    {
        byte[] nonce = new byte[NonceLength];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(nonce);
        return nonce;
    }
}
