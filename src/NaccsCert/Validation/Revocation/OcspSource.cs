using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages.Revocation;
using NaccsCert.Resources;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.Validation.Revocation;

/// <summary>Asks the issuer's OCSP responder (RFC 6960) about the certificate.</summary>
/// <param name="httpClient">The way to the responder.</param>
/// <param name="clock">The moment for which the answer must be current.</param>
internal sealed class OcspSource(PinnedHttpClient httpClient, IClock clock) : IRevocationSource
{
    private const int NonceLength = 32;

    /// <inheritdoc/>
    public string Name => "OCSP";

    /// <inheritdoc/>
    public IReadOnlyList<Uri> AddressesIn(byte[] certificate) => OcspRequest.AddressesIn(certificate);

    /// <inheritdoc/>
    public async Task<RevocationReply> AskAsync(Uri address, RevocationQuestion question, CancellationToken cancellationToken)
    {
        byte[] issuer = question.Issuer.RawData;
        OcspRequest request = OcspRequest.For(question.Certificate.SerialNumber, issuer, NewNonce());
        HttpReply reply = await httpClient.SendAsync(() => Compose(address, request), cancellationToken).ConfigureAwait(false);
        return RevocationReply.Of(reply.StatusCode == 200
            ? Evaluate(OcspResponse.Parse(reply.Body, request, issuer, clock.UtcNow))
            : new Check(Name, CheckStatus.Warning, RevocationTexts.Refused(reply, address)));
    }

    private Check Evaluate(OcspResponse response) => response switch
    {
        { Status: not (OcspStatus.Good or OcspStatus.Revoked) } =>
            new Check(Name, CheckStatus.Warning, Strings.Format(StringId.OcspSays, response.Status)),
        _ when !response.IsCurrentAt(clock.UtcNow) =>
            new Check(Name, CheckStatus.Warning, RevocationTexts.NotCurrent(response.ThisUpdate)),
        { Revocation: { } entry } => new Check(Name, CheckStatus.Failed, RevocationTexts.Revoked(entry)),
        _ => new Check(Name, CheckStatus.Passed, Strings.Format(StringId.OcspGood, LocalTime.Text(response.ThisUpdate))),
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
