#if !NET
using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Compat;

/// <summary>
/// Has each server accepted on a connection without the client certificate before a connection with it is made. The HTTP stack of
/// .NET Framework hands the certificate to whoever asks for it in the handshake, and evaluates the server only afterwards. A server
/// that is replaced between the two connections is still shown the certificate, and refused before any request is sent.
/// </summary>
/// <param name="plain">The handler without the certificate; this one disposes of it.</param>
/// <param name="authenticating">The handler with the certificate; this one disposes of it.</param>
internal sealed class ServerFirstHandler(HttpMessageHandler plain, HttpMessageHandler authenticating) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _plain = new(plain);
    private readonly HttpMessageInvoker _authenticating = new(authenticating);
    private readonly HashSet<string> _accepted = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string origin = request.RequestUri.GetLeftPart(UriPartial.Authority);
        if (!_accepted.Contains(origin))
        {
            using var probe = new HttpRequestMessage(HttpMethod.Head, IsSafe(request.Method) ? request.RequestUri : new Uri(origin + "/"));
            HttpResponseMessage response = await _plain.SendAsync(probe, cancellationToken).ConfigureAwait(false);

            // The proxy's own answer says nothing of the server.
            if (response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
            {
                return response;
            }

            response.Dispose();
            _accepted.Add(origin);
        }

        return await _authenticating.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // What changes nothing may be asked for twice (RFC 9110, section 9.2.1).
    private static bool IsSafe(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _plain.Dispose();
            _authenticating.Dispose();
        }

        base.Dispose(disposing);
    }
}
#endif
