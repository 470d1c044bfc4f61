using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Messages.Revocation;
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

    // Each may cost the time limit of a connection.
    private const int MaxAddresses = 4;

    private readonly IRevocationSource[] _sources = [new OcspSource(httpClient, clock), new RevocationListSource(httpClient, clock)];

    /// <summary>Asks until one way tells.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="authorities">Certificates among which its issuer is looked for.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>Passed, failed when revoked, or a warning with the reasons why nobody knows.</returns>
    public async Task<Check> CheckAsync(
        X509Certificate2 certificate, IEnumerable<X509Certificate2> authorities, CancellationToken cancellationToken)
    {
        X509Certificate2[] known = [.. authorities];
        X509Certificate2? issuer = known
            .FirstOrDefault(authority => CertificateSignature.IsSignedBy(certificate.RawData, authority.RawData));
        if (issuer is null)
        {
            return Unknown(Strings.Format(StringId.RevocationIssuerMissing));
        }

        var question = new RevocationQuestion(certificate, issuer, known);
        var doubts = new List<Check>();
        foreach (IRevocationSource source in _sources)
        {
            if (await AskAsync(source, question, doubts, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found with { Name = CheckName };
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

    // Asks at one address after the other; null, and why, when none of them tells.
    private static async Task<Check?> AskAsync(
        IRevocationSource source, RevocationQuestion question, List<Check> doubts, CancellationToken cancellationToken)
    {
        var reasons = RevocationReasons.None;
        foreach (Uri address in Addresses(source, question, doubts))
        {
            RevocationReply reply = await AskAsync(source, address, question, cancellationToken).ConfigureAwait(false);
            reasons |= reply.Reasons;
            if (reply.Check.Status == CheckStatus.Failed)
            {
                return reply.Check;
            }

            if (reasons == RevocationReasons.All)
            {
                return reply.Check.Status == CheckStatus.Passed
                    ? reply.Check
                    : new Check(source.Name, CheckStatus.Passed, Strings.Format(StringId.NotRevoked));
            }

            doubts.Add(reply.Check);
        }

        return null;
    }

    private static IReadOnlyList<Uri> Addresses(IRevocationSource source, RevocationQuestion question, List<Check> doubts)
    {
        try
        {
            IReadOnlyList<Uri> addresses = source.AddressesIn(question.Certificate.RawData);
            return [.. addresses.Take(MaxAddresses)];
        }
        catch (MessageFormatException exception)
        {
            doubts.Add(new Check(source.Name, CheckStatus.Warning, exception.Message));
            return [];
        }
    }

    private static async Task<RevocationReply> AskAsync(
        IRevocationSource source, Uri address, RevocationQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            return await source.AskAsync(address, question, cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException exception)
        {
            return RevocationReply.Of(new Check(source.Name, CheckStatus.Warning, exception.Message)
            {
                Error = exception.ErrorId,
                Advice = exception.RecommendedAction,
            });
        }
        catch (MessageFormatException exception)
        {
            return RevocationReply.Of(new Check(source.Name, CheckStatus.Warning, exception.Message));
        }
    }

    private static Check Unknown(string cause) =>
        new(CheckName, CheckStatus.Warning, Strings.Format(StringId.RevocationUnknown, cause));
}
