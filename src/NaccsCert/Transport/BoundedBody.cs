using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;

namespace NaccsCert.Transport;

/// <summary>Reads bodies that are not larger than the protocol has a use for.</summary>
internal static class BoundedBody
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>Reads a whole body.</summary>
    /// <param name="content">The content; the length that it announces is not believed.</param>
    /// <param name="address">The address, for the error.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The body.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.ResponseTooLarge"/>.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, Uri address, CancellationToken cancellationToken)
    {
        using Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
        using var body = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > Largest)
            {
                throw new NaccsException(ErrorId.ResponseTooLarge, HostNames.Of(address), Largest);
            }
        }

        return body.ToArray();
    }
}
