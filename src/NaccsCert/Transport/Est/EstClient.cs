using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Transport.Est;

/// <summary>Sends the messages of Enrollment over Secure Transport (RFC 7030, clarified by RFC 8951).</summary>
/// <param name="baseUrl">The base URL of the service (RFC 7030, section 3.2.2).</param>
/// <param name="httpClient">The client; for re-enrollment one that authenticates with the current certificate.</param>
/// <param name="clock">The time from which Retry-After counts.</param>
/// <param name="isInMaintenance">Whether the service has announced maintenance for a moment.</param>
internal sealed class EstClient(
    Uri baseUrl, PinnedHttpClient httpClient, IClock clock, Func<DateTimeOffset, bool> isInMaintenance)
{
    /// <summary>Whether the last request for a first certificate may have brought its codes to the service.</summary>
    public bool CodesSent { get; private set; }

    /// <summary>Asks for the CA certificates (RFC 7030, section 4.1).</summary>
    /// <returns>The DER certificates: root, intermediates, old and new.</returns>
    public async Task<IReadOnlyList<byte[]>> GetCACertificatesAsync(CancellationToken cancellationToken)
    {
        HttpReply reply = await GetAsync("cacerts", cancellationToken).ConfigureAwait(false);
        return reply.StatusCode == 200
            ? Read(reply.Body, CertsOnlyMessage.Parse)
            : throw NewErrors().From(reply, ErrorId.UnexpectedResponse, AsItIs);
    }

    /// <summary>Asks what the service wants in a request (RFC 7030, section 4.5).</summary>
    /// <returns>The csrAttributes; none after 204 and 404.</returns>
    /// <exception cref="NaccsException">
    /// There is no readable answer. That need not end anything: csrAttributes are optional (section 4.5).
    /// </exception>
    public async Task<CsrAttributes> GetCsrAttributesAsync(CancellationToken cancellationToken)
    {
        HttpReply reply = await GetAsync("csrattrs", cancellationToken).ConfigureAwait(false);
        return reply.StatusCode switch
        {
            200 => Read(reply.Body, CsrAttributesMessage.Parse),
            204 or 404 => CsrAttributes.None,
            _ => throw NewErrors().From(reply, ErrorId.UnexpectedResponse, AsItIs),
        };
    }

    /// <summary>Sends a request for a first certificate (RFC 7030, section 4.2.1).</summary>
    /// <param name="certificationRequest">The DER PKCS#10 request.</param>
    /// <param name="credentials">Sent only as the answer to a Basic challenge.</param>
    /// <param name="holdsSecret">Whether the request itself has a secret in it, as its challengePassword.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Issued or pending.</returns>
    public async Task<EnrollmentReply> EnrollAsync(
        byte[] certificationRequest, BasicCredentials credentials, bool holdsSecret, CancellationToken cancellationToken)
    {
        CodesSent = false;
        HttpReply reply = await PostFirstAsync(certificationRequest, null, holdsSecret, cancellationToken).ConfigureAwait(false);
        if (reply.StatusCode == 401 && reply.ChallengesBasic)
        {
            reply = await PostFirstAsync(certificationRequest, credentials, holdsCodes: true, cancellationToken).ConfigureAwait(false);
        }

        return Interpret(
            reply,
            CodesSent ? ErrorId.CodesRefused : ErrorId.SignInNotOffered,
            text => credentials.Conceal(holdsSecret ? Base64Text.Conceal(text) : text));
    }

    /// <summary>Sends a request for a new certificate over TLS with the current one (RFC 7030, section 4.2.2).</summary>
    /// <param name="certificationRequest">The DER PKCS#10 request.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Issued or pending.</returns>
    public async Task<EnrollmentReply> ReenrollAsync(byte[] certificationRequest, CancellationToken cancellationToken) =>
        Interpret(
            await PostAsync("simplereenroll", certificationRequest, null, cancellationToken).ConfigureAwait(false),
            ErrorId.RequestForbidden,
            AsItIs);

    private async Task<HttpReply> PostFirstAsync(
        byte[] certificationRequest, BasicCredentials? credentials, bool holdsCodes, CancellationToken cancellationToken)
    {
        try
        {
            return await PostAsync("simpleenroll", certificationRequest, credentials, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            CodesSent |= holdsCodes && httpClient.MayHaveArrived;
        }
    }

    private EnrollmentReply Interpret(
        HttpReply reply, ErrorId unauthorized, Func<string, string> conceal) => reply.StatusCode switch
        {
            200 or 201 => new EnrollmentReply(reply.Body, null),
            202 => new EnrollmentReply(null, RetryAfter.Parse(reply.RetryAfter, clock.UtcNow)),
            _ => throw NewErrors().From(reply, unauthorized, conceal),
        };

    private ReplyErrors NewErrors() => new(HostNames.Of(baseUrl), clock.UtcNow, isInMaintenance);

    // No secret was sent that the service could repeat.
    private static string AsItIs(string text) => text;

    private Task<HttpReply> GetAsync(string operation, CancellationToken cancellationToken) =>
        httpClient.GetAsync(AddressOf(operation), cancellationToken);

    private Task<HttpReply> PostAsync(
        string operation, byte[] certificationRequest, BasicCredentials? credentials, CancellationToken cancellationToken) =>
        httpClient.SendAsync(() => Compose(operation, certificationRequest, credentials), cancellationToken);

    private HttpRequestMessage Compose(string operation, byte[] certificationRequest, BasicCredentials? credentials)
    {
        // Content of bytes has an explicit Content-Length: deployed servers refuse chunked bodies.
        var content = new ByteArrayContent(EnrollmentRequestBody.Encode(certificationRequest));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pkcs10");
        content.Headers.Add("Content-Transfer-Encoding", "base64");
        var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(operation)) { Content = content };
        request.Headers.ExpectContinue = false;
        if (credentials is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials.ToToken());
        }

        return request;
    }

    private Uri AddressOf(string operation) =>
        new(string.Format(CultureInfo.InvariantCulture, "{0}/{1}", baseUrl.AbsoluteUri, operation));

    private T Read<T>(byte[] body, Func<byte[], T> parse)
    {
        try
        {
            return parse(body);
        }
        catch (MessageFormatException exception)
        {
            throw new NaccsException(
                ErrorId.ResponseUnreadable, HostNames.Of(baseUrl), exception, exception.Message);
        }
    }
}
