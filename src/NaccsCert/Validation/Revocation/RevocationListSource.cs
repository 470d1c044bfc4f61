using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages.Revocation;
using NaccsCert.Resources;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.Validation.Revocation;

/// <summary>Fetches the issuer's revocation list and looks the certificate up.</summary>
/// <param name="httpClient">The way to the issuer.</param>
/// <param name="clock">The moment for which the list must be current.</param>
internal sealed class RevocationListSource(PinnedHttpClient httpClient, IClock clock) : IRevocationSource
{
    /// <inheritdoc/>
    public string Name => "CRL";

    /// <inheritdoc/>
    public IReadOnlyList<Uri> AddressesIn(byte[] certificate) => RevocationList.AddressesIn(certificate);

    /// <inheritdoc/>
    public async Task<Check> AskAsync(
        Uri address, X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        HttpReply reply = await httpClient.GetAsync(address, cancellationToken).ConfigureAwait(false);
        return reply.StatusCode == 200
            ? Evaluate(RevocationList.Parse(reply.Body, issuer.RawData), certificate)
            : new Check(Name, CheckStatus.Warning, RevocationTexts.Refused(reply, address));
    }

    private Check Evaluate(RevocationList list, X509Certificate2 certificate) =>
        list.Find(certificate.SerialNumber) is { } entry
            ? new Check(Name, CheckStatus.Failed, RevocationTexts.Revoked(entry))
        : list.NextUpdate is { } next && next.ToUniversalTime() < clock.UtcNow
            ? new Check(Name, CheckStatus.Warning, RevocationTexts.NotCurrent(list.ThisUpdate))
        : new Check(Name, CheckStatus.Passed, Strings.Format(StringId.NotRevoked));
}
