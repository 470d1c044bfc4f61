using System;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Transport;

namespace NaccsCert.Validation.SignIn;

/// <summary>Asks a host for a page as a browser does, without its content.</summary>
internal static class SignInExchange
{
    /// <summary>Asks.</summary>
    /// <param name="client">The client, which has the certificate.</param>
    /// <param name="address">The page.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    public static async Task<SignInAnswer> RunAsync(PinnedHttpClient client, Uri address, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        HttpReply? reply = null;
        NaccsException? error = null;
        try
        {
            reply = await client.SendAsync(() => new HttpRequestMessage(HttpMethod.Head, address), cancellationToken).ConfigureAwait(false);

            // nginx says what is wrong with a certificate in the content alone.
            if (HttpRefusal.NeedsContent(reply))
            {
                reply = await client.GetAsync(address, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (NaccsException exception)
        {
            error = exception;
        }

        return new SignInAnswer(address, client.Connection, reply, error, watch.Elapsed);
    }
}
