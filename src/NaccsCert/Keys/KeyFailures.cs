using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;

namespace NaccsCert.Keys;

/// <summary>What a private key that is there, but cannot be opened or used, makes the platform throw.</summary>
internal static class KeyFailures
{
    /// <summary>
    /// Whether an exception is of the key, and of nothing else. A key of another kind than its certificate is an
    /// <see cref="ArgumentException"/> of CNG; one that CNG cannot open at all, as of a card or a provider of the time before, an
    /// <see cref="InvalidOperationException"/> or an error of COM.
    /// </summary>
    /// <param name="exception">The exception.</param>
    public static bool IsOne(Exception exception) => exception
        is CryptographicException or ArgumentException or InvalidOperationException or NotSupportedException or ExternalException
        or IOException or UnauthorizedAccessException or SecurityException;
}
