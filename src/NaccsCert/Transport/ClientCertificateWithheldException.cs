using System;
using System.IO;

namespace NaccsCert.Transport;

/// <summary>
/// Ends a connection to a server that was accepted only after it had asked for the client certificate. Nothing was sent on it; a
/// new connection is made at once.
/// </summary>
internal sealed class ClientCertificateWithheldException : IOException
{
    /// <summary>Whether it is, or has caused, an exception.</summary>
    public static bool IsCauseOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is ClientCertificateWithheldException)
            {
                return true;
            }
        }

        return false;
    }
}
