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

/// <summary>
/// Asks the issuer whether it revoked a certificate: its OCSP responder first, whose answer is fresh and small, then its
/// revocation list. That neither can be asked does not mean "revoked".
/// </summary>
/// <param name="door">The way to the issuer.</param>
/// <param name="clock">The moment for which the answer must be current.</param>
internal sealed class RevocationChecker(HttpDoor door, IClock clock)
{
    /// <summary>The name of the check.</summary>
    public const string CheckName = "Revocation";

    private readonly IRevocationSource[] _sources = [new OcspSource(door, clock), new RevocationListSource(door, clock)];

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
            return Unknown(ReasonText.Of(ReasonId.RevocationIssuerMissing));
        }

        var doubts = new List<Check>();
        foreach (IRevocationSource source in _sources)
        {
            Check? answer = await AskAsync(source, certificate, issuer, cancellationToken).ConfigureAwait(false);
            if (answer is { Verdict: not Verdict.Warning })
            {
                return answer with { Name = CheckName };
            }

            if (answer is not null)
            {
                doubts.Add(answer);
            }
        }

        return doubts.Count == 0
            ? Unknown(ReasonText.Of(ReasonId.RevocationAddressMissing))
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
            return new Check(source.Name, Verdict.Warning, exception.Message)
            {
                Error = exception.ErrorId,
                Advice = exception.RecommendedAction,
            };
        }
        catch (MessageFormatException exception)
        {
            return new Check(source.Name, Verdict.Warning, exception.Message);
        }
    }

    private static Check Unknown(string cause) =>
        new(CheckName, Verdict.Warning, ReasonText.Of(ReasonId.RevocationUnknown, cause));
}
