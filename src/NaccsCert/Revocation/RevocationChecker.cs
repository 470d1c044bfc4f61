using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Http;
using NaccsCert.Protocol;
using NaccsCert.Reasons;
using NaccsCert.Time;
using NaccsCert.Trust;

namespace NaccsCert.Revocation;

/// <summary>Asks the issuer's revocation list about a certificate. That it cannot be asked does not mean "revoked".</summary>
/// <param name="door">The way to the service.</param>
/// <param name="clock">The moment for which the list must be current.</param>
internal sealed class RevocationChecker(HttpDoor door, IClock clock)
{
    /// <summary>The name of the check.</summary>
    public const string CheckName = "Revocation";

    /// <summary>Fetches the list and looks the certificate up.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="authorities">Certificates among which its issuer is looked for.</param>
    /// <param name="cancellationToken">Ends the fetching.</param>
    /// <returns>Passed, failed when revoked, or a warning with the reason why nobody knows.</returns>
    public async Task<Check> CheckAsync(
        X509Certificate2 certificate, IEnumerable<X509Certificate2> authorities, CancellationToken cancellationToken)
    {
        X509Certificate2? issuer = authorities
            .FirstOrDefault(authority => CertificateSignature.IsSignedBy(certificate.RawData, authority.RawData));
        try
        {
            Uri? address = RevocationList.AddressesIn(certificate.RawData) is [Uri first, ..] ? first : null;
            if (issuer is null || address is null)
            {
                return Unknown(issuer is null ? "issuer certificate" : "CRL distribution point");
            }

            HttpAnswer answer = await door.GetAsync(address, cancellationToken).ConfigureAwait(false);
            return answer.StatusCode == 200
                ? Judge(RevocationList.Parse(answer.Body, issuer.RawData), certificate)
                : Unknown($"HTTP {answer.StatusCode} {address}");
        }
        catch (NaccsException exception)
        {
            return Unknown(exception.Message);
        }
        catch (MessageFormatException exception)
        {
            return Unknown(exception.Message);
        }
    }

    private Check Judge(RevocationList list, X509Certificate2 certificate) =>
        list.Contains(certificate.SerialNumber) ? new Check(CheckName, Verdict.Failed, ReasonText.Of(ReasonId.Revoked))
        : list.NextUpdate is { } next && next.ToUniversalTime() < clock.UtcNow ? Unknown("CRL " + LocalTime.Text(next))
        : new Check(CheckName, Verdict.Passed, ReasonText.Of(ReasonId.NotRevoked));

    private static Check Unknown(string cause) =>
        new(CheckName, Verdict.Warning, ReasonText.Of(ReasonId.RevocationUnknown, cause));
}
