using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Messages.Scep;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Transport.Scep;

/// <summary>Sends the messages of the Simple Certificate Enrolment Protocol (RFC 8894, section 4).</summary>
/// <param name="endpoint">The URL of the script, and which CA is meant.</param>
/// <param name="httpClient">The client.</param>
/// <param name="clock">The time from which Retry-After counts.</param>
/// <param name="isInMaintenance">Whether the service has announced maintenance for a moment.</param>
internal sealed class ScepClient(
    EnrollmentEndpoint endpoint, PinnedHttpClient httpClient, IClock clock, Func<DateTimeOffset, bool> isInMaintenance)
{
    private const string Operation = "PKIOperation";

    private CACapabilities? _capabilities;

    /// <summary>Whether the last pkiMessage may have reached the service.</summary>
    public bool IsMessageSent { get; private set; }

    /// <summary>Asks once what the CA can do (RFC 8894, section 3.5.2).</summary>
    /// <returns>The capabilities; none where the CA does not know the question.</returns>
    public async Task<CACapabilities> GetCapabilitiesAsync(CancellationToken cancellationToken) =>
        _capabilities ??= await AskCapabilitiesAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Asks for the certificates of CA and RA (RFC 8894, section 4.2).</summary>
    /// <returns>The DER certificates, of which nothing is believed yet.</returns>
    public async Task<IReadOnlyList<byte[]>> GetCACertificatesAsync(CancellationToken cancellationToken)
    {
        HttpReply reply = await GetAsync("GetCACert", endpoint.CAIdentifier, cancellationToken).ConfigureAwait(false);
        if (reply.StatusCode != 200)
        {
            throw Failed(reply, AsItIs);
        }

        try
        {
            return CACertReply.Parse(reply.Body);
        }
        catch (MessageFormatException exception)
        {
            throw Unreadable(exception, exception.Message);
        }
    }

    /// <summary>Sends a pkiMessage (RFC 8894, section 4.3).</summary>
    /// <param name="message">The message.</param>
    /// <param name="conceal">Takes secrets out of a server's words.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>The answer, which has the status 200.</returns>
    public async Task<HttpReply> SendAsync(byte[] message, Func<string, string> conceal, CancellationToken cancellationToken)
    {
        IsMessageSent = false;
        CACapabilities capabilities = await GetCapabilitiesAsync(cancellationToken).ConfigureAwait(false);
        HttpReply reply = await SendAsync(message, capabilities.Post, cancellationToken).ConfigureAwait(false);
        return reply.StatusCode == 200 ? reply : throw Failed(reply, conceal);
    }

    private async Task<HttpReply> SendAsync(byte[] message, bool byPost, CancellationToken cancellationToken)
    {
        try
        {
            return byPost
                ? await httpClient.SendAsync(() => Compose(message), cancellationToken).ConfigureAwait(false)
                : await GetAsync(Operation, Convert.ToBase64String(message), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            IsMessageSent = httpClient.MayHaveArrived;
        }
    }

    private async Task<CACapabilities> AskCapabilitiesAsync(CancellationToken cancellationToken)
    {
        HttpReply reply = await GetAsync("GetCACaps", endpoint.CAIdentifier, cancellationToken).ConfigureAwait(false);
        switch (reply.StatusCode)
        {
            case 200 when reply.Body.Length > 0 && reply.Body[0] == '<':
                throw Unreadable(null, "an HTML or XML page");
            case 200:
                return CACapabilities.Parse(reply.Body);
            case 400 or 404 or 405 or 501:
                return CACapabilities.None;
            default:
                throw Failed(reply, AsItIs);
        }
    }

    private Task<HttpReply> GetAsync(string operation, string? message, CancellationToken cancellationToken) =>
        httpClient.GetAsync(AddressOf(operation, message), cancellationToken);

    private HttpRequestMessage Compose(byte[] message)
    {
        var content = new ByteArrayContent(message);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-pki-message");
        var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(Operation, null)) { Content = content };
        request.Headers.ExpectContinue = false;
        return request;
    }

    private Uri AddressOf(string operation, string? message) => new(string.Format(
        CultureInfo.InvariantCulture,
        message is null ? "{0}?operation={1}" : "{0}?operation={1}&message={2}",
        endpoint.Url.AbsoluteUri,
        operation,
        Uri.EscapeDataString(message ?? string.Empty)));

    private NaccsException Failed(HttpReply reply, Func<string, string> conceal) =>
        new ReplyErrors(HostNames.Of(endpoint.Url), clock.UtcNow, isInMaintenance).WithoutMeaning(reply, conceal);

    private NaccsException Unreadable(Exception? exception, string found) =>
        new(ErrorId.ResponseUnreadable, HostNames.Of(endpoint.Url), exception, found);

    // No secret was sent that the service could repeat.
    private static string AsItIs(string text) => text;
}
