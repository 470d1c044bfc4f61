using System;
using System.IO;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;

namespace NaccsCert.Messages.Signatures;

/// <summary>The exceptions by which the parsers and verifiers of signed messages say that a message is none.</summary>
internal static class ParserErrors
{
    /// <summary>Whether an exception says so.</summary>
    /// <param name="exception">What came out of a parser or a verifier.</param>
    public static bool Is(Exception exception) => exception is GeneralSecurityException or SecurityUtilityException
        or OcspException or IOException or ArgumentException or ArithmeticException or InvalidOperationException
        or InvalidCastException or FormatException;
}
