using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Http;
using NaccsCert.Protocol;
using NaccsCert.Reasons;
using NaccsCert.Time;

namespace NaccsCert.Revocation;

/// <summary>Fetches the issuer's revocation list and looks the certificate up.</summary>
/// <param name="door">The way to the issuer.</param>
/// <param name="clock">The moment for which the list must be current.</param>
internal sealed class RevocationListSource(HttpDoor door, IClock clock) : IRevocationSource
{
    /// <inheritdoc/>
    public string Name => "CRL";

    /// <inheritdoc/>
    public IReadOnlyList<Uri> AddressesIn(byte[] certificate) => RevocationList.AddressesIn(certificate);

    /// <inheritdoc/>
    public async Task<Check> AskAsync(
        Uri address, X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        HttpAnswer answer = await door.GetAsync(address, cancellationToken).ConfigureAwait(false);
        return answer.StatusCode == 200
            ? Judge(RevocationList.Parse(answer.Body, issuer.RawData), certificate)
            : new Check(Name, Verdict.Warning, RevocationTexts.Refused(answer, address));
    }

    private Check Judge(RevocationList list, X509Certificate2 certificate) =>
        list.Find(certificate.SerialNumber) is { } entry
            ? new Check(Name, Verdict.Failed, RevocationTexts.Revoked(entry))
        : list.NextUpdate is { } next && next.ToUniversalTime() < clock.UtcNow
            ? new Check(Name, Verdict.Warning, RevocationTexts.NotCurrent(list.ThisUpdate))
        : new Check(Name, Verdict.Passed, ReasonText.Of(ReasonId.NotRevoked));
}
