using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace NaccsCert.Compat;

/// <summary>Finds the TLS alert that a server sent in what the platform made of it.</summary>
internal static class TlsAlerts
{
    // OpenSSL gives a received alert the reason 1000 plus its number (SSL_AD_REASON_OFFSET), in the low bits of the code: 12 of them
    // in OpenSSL 1.1, where the function follows, and more in OpenSSL 3.
    private const int OpenSslOffset = 1000;
    private const int OpenSslReason = 0xFFF;

    private static readonly Regex OpenSslCode = new(@"\berror:([0-9A-Fa-f]{8}):", RegexOptions.CultureInvariant);

    // What the stream of .NET says of an alert that it reads itself: one of the names that are the field's.
    private static readonly Regex NetName = new(@"TLS alert: '(\w+)'", RegexOptions.CultureInvariant);

    /// <summary>Finds the alert.</summary>
    /// <param name="exception">What the HTTP stack threw.</param>
    /// <returns>
    /// The alert, which may be one that has no name here; null where there was none, or the platform does not tell. .NET Framework
    /// never does: its HTTP stack drops what SChannel said.
    /// </returns>
    public static TlsAlert? Of(Exception exception) => Causes.Of(exception).Reverse().Select(OfCause).FirstOrDefault(alert => alert is not null);

    /// <summary>The name of an alert as its specification writes it, with its number.</summary>
    public static string NameOf(TlsAlert alert)
    {
        string number = ((int)alert).ToString(CultureInfo.InvariantCulture);
        return Enum.IsDefined(typeof(TlsAlert), alert)
            ? $"{Regex.Replace(alert.ToString(), "(?<!^)([A-Z])", "_$1").ToLowerInvariant()} ({number})"
            : number;
    }

    private static TlsAlert? OfCause(Exception cause)
    {
        if (cause is Win32Exception windows)
        {
            return OfSchannel(unchecked((uint)windows.NativeErrorCode));
        }

        Match code = OpenSslCode.Match(cause.Message);
        if (code.Success)
        {
            long reason = long.Parse(code.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & OpenSslReason;
            return reason is > OpenSslOffset and <= OpenSslOffset + byte.MaxValue ? (TlsAlert)(reason - OpenSslOffset) : null;
        }

        Match name = NetName.Match(cause.Message);
        return name.Success && Enum.TryParse(name.Groups[1].Value, ignoreCase: true, out TlsAlert alert) ? alert : null;
    }

    // The error codes of SChannel that stand for one alert alone, or for one that matters here among those that they stand for.
    private static TlsAlert? OfSchannel(uint code) => code switch
    {
        0x80090302 => TlsAlert.ProtocolVersion,
        0x80090304 => TlsAlert.InternalError,
        0x8009030C => TlsAlert.AccessDenied,
        0x80090325 => TlsAlert.UnknownCa,
        0x80090326 => TlsAlert.HandshakeFailure,
        0x80090327 => TlsAlert.CertificateUnknown,
        0x80090328 => TlsAlert.CertificateExpired,
        0x80090330 => TlsAlert.DecryptError,
        0x80092010 => TlsAlert.CertificateRevoked,
        _ => null,
    };
}
