using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Validation;
using NaccsCert.Validation.Paths;

namespace NaccsCert.Transport;

/// <summary>
/// Decides whether a TLS server is one of the service's: its name fits, and its chain ends in a root that the
/// definition pins (RFC 7030, section 3.6.1, an explicit trust anchor database). The system's trust is not enough: it
/// is that of devices which open connections to look into them.
/// </summary>
/// <param name="anchors">The roots that servers must chain to.</param>
/// <param name="allowsTlsInspection">Whether a device that this computer trusts may inspect the connection.</param>
/// <param name="clock">The time for which chains must be valid.</param>
internal sealed class ServerTrust(IReadOnlyList<TrustAnchor> anchors, bool allowsTlsInspection, IClock clock)
{
    /// <summary>Evaluates a server's certificate.</summary>
    /// <param name="certificate">The server's certificate; null when it sent none.</param>
    /// <param name="chain">What the server sent along, and what the platform made of it.</param>
    /// <param name="errors">The platform's findings: a name that does not fit, a chain that it does not trust.</param>
    /// <returns>The verdict.</returns>
    public ServerTrustResult Evaluate(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return new ServerTrustResult(ServerTrustKind.Unknown, null, string.Empty, "no certificate");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return new ServerTrustResult(ServerTrustKind.Unknown, null, certificate.Issuer, nameof(SslPolicyErrors.RemoteCertificateNameMismatch));
        }

        IReadOnlyList<byte[]> sent = Sent(chain);
        ChainResult verdict = Validate(certificate, sent, clock.UtcNow);
        if (!verdict.IsTrusted && anchors.Any(anchor => RootOf(anchor, sent) is null))
        {
            sent = [.. sent, .. ForPins(certificate, sent)];
            verdict = Validate(certificate, sent, clock.UtcNow);
        }

        if (verdict.IsTrusted)
        {
            return Pinned(certificate, verdict, errors);
        }

        if (Validate(certificate, sent, Within(certificate)).IsTrusted)
        {
            return NotTimeValid(certificate, verdict);
        }

        return errors == SslPolicyErrors.None
            ? new ServerTrustResult(
                ServerTrustKind.Inspected,
                null,
                certificate.Issuer,
                allowsTlsInspection ? WeaknessIn(chain) : verdict.Failure)
            : new ServerTrustResult(ServerTrustKind.Unknown, null, certificate.Issuer, verdict.Failure);
    }

    // A device that may look into connections must not open them to others by a weak certificate.
    private static string? WeaknessIn(X509Chain? chain)
    {
        try
        {
            return PathChecks.WeaknessIn(
                chain?.ChainElements.Cast<X509ChainElement>().Select(element => element.Certificate.RawData) ?? [])?.ToString();
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }

    private ServerTrustResult Pinned(X509Certificate2 certificate, ChainResult verdict, SslPolicyErrors errors) =>
        new(ServerTrustKind.Pinned, anchors.First(anchor => anchor.Sha256 == verdict.Root), certificate.Issuer, null)
        {
            IsPlatformTrusted = errors == SslPolicyErrors.None,
        };

    private ServerTrustResult NotTimeValid(X509Certificate2 certificate, ChainResult verdict) =>
        new(ServerTrustKind.NotTimeValid, null, certificate.Issuer, verdict.Failure)
        {
            ValidityText = $"{LocalTime.Text(certificate.NotBefore)} - {LocalTime.Text(certificate.NotAfter)}",
            TimeText = LocalTime.Text(clock.UtcNow),
        };

    private ChainResult Validate(X509Certificate2 certificate, IReadOnlyList<byte[]> sent, DateTimeOffset time) =>
        ChainValidator.Validate(
            certificate.RawData,
            sent,
            anchors.Select(anchor => RootOf(anchor, sent)).OfType<byte[]>(),
            new PathRules(ChainValidator.ServerAuthentication, time));

    private static DateTimeOffset Within(X509Certificate2 certificate) =>
        certificate.NotBefore + TimeSpan.FromTicks((certificate.NotAfter - certificate.NotBefore).Ticks / 2);

    private static IReadOnlyList<byte[]> Sent(X509Chain? chain) => chain is null
        ? []
        :
        [
            .. chain.ChainPolicy.ExtraStore.Cast<X509Certificate2>().Select(certificate => certificate.RawData),
            .. chain.ChainElements.Cast<X509ChainElement>().Select(element => element.Certificate.RawData),
        ];

    // A self-signed certificate that the server sent ends the platform's chain, and keeps it from a root that is pinned and that
    // this computer has.
    private IReadOnlyList<byte[]> ForPins(X509Certificate2 certificate, IReadOnlyList<byte[]> sent) => PlatformAuthorities.Find(
        ChainValidator.Parse([certificate.RawData, .. sent]).Select(parts => parts.Issuer),
        candidate => anchors.Any(anchor => anchor.Certificate is null && Is(anchor, candidate)));

    // An anchor of which the definition has only the pin is taken from what the server or the platform brought.
    private static byte[]? RootOf(TrustAnchor anchor, IReadOnlyList<byte[]> sent) =>
        anchor.Certificate ?? sent.FirstOrDefault(certificate => Is(anchor, certificate));

    private static bool Is(TrustAnchor anchor, byte[] certificate) => Fingerprint.Sha256(certificate) == anchor.Sha256;
}
