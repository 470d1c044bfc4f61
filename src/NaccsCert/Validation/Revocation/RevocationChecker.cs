using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Resources;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.Validation.Revocation;

/// <summary>
/// Asks the issuer whether it revoked a certificate: its OCSP responder first, whose answer is fresh and small, then its
/// revocation list. That neither can be asked does not mean "revoked".
/// </summary>
/// <param name="httpClient">The way to the issuer.</param>
/// <param name="clock">The moment for which the answer must be current.</param>
internal sealed class RevocationChecker(PinnedHttpClient httpClient, IClock clock)
{
    /// <summary>The name of the check.</summary>
    public const string CheckName = "Revocation";

    private readonly IRevocationSource[] _sources = [new OcspSource(httpClient, clock), new RevocationListSource(httpClient, clock)];

    /// <summary>Asks until one way tells.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="authorities">Certificates among which its issuer is looked for.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>Passed, failed when revoked, or a warning with the reasons why nobody knows.</returns>
    public async Task<Check> CheckAsync(
        X509Certificate2 certificate, IEnumerable<X509Certificate2> authorities, CancellationToken cancellationToken)
    {
        X509Certificate2? issuer = authorities
            .FirstOrDefault(authority => CertificateSignature.IsSignedBy(certificate.RawData, authority.RawData));
        if (issuer is null)
        {
            return Unknown(Strings.Format(StringId.RevocationIssuerMissing));
        }

        var doubts = new List<Check>();
        foreach (IRevocationSource source in _sources)
        {
            Check? reply = await AskAsync(source, certificate, issuer, cancellationToken).ConfigureAwait(false);
            if (reply is { Status: not CheckStatus.Warning })
            {
                return reply with { Name = CheckName };
            }

            if (reply is not null)
            {
                doubts.Add(reply);
            }
        }

        return doubts.Count == 0
            ? Unknown(Strings.Format(StringId.RevocationAddressMissing))
            : Unknown(string.Join("; ", doubts.Select(doubt => $"{doubt.Name}: {doubt.Detail}"))) with
            {
                Error = doubts[0].Error,
                Advice = doubts[0].Advice,
            };
    }

    // Null where the certificate does not name this way.
    private static async Task<Check?> AskAsync(
        IRevocationSource source, X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<Uri> addresses = source.AddressesIn(certificate.RawData);
            return addresses.Count > 0
                ? await source.AskAsync(addresses[0], certificate, issuer, cancellationToken).ConfigureAwait(false)
                : null;
        }
        catch (NaccsException exception)
        {
            return new Check(source.Name, CheckStatus.Warning, exception.Message)
            {
                Error = exception.ErrorId,
                Advice = exception.RecommendedAction,
            };
        }
        catch (MessageFormatException exception)
        {
            return new Check(source.Name, CheckStatus.Warning, exception.Message);
        }
    }

    private static Check Unknown(string cause) =>
        new(CheckName, CheckStatus.Warning, Strings.Format(StringId.RevocationUnknown, cause));
}
