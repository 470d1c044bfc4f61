using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
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
    public async Task<RevocationReply> AskAsync(Uri address, RevocationQuestion question, CancellationToken cancellationToken)
    {
        HttpReply reply = await httpClient.GetAsync(address, cancellationToken).ConfigureAwait(false);
        return reply.StatusCode == 200
            ? Evaluate(RevocationList.Read(reply.Body), question)
            : RevocationReply.Of(new Check(Name, CheckStatus.Warning, RevocationTexts.Refused(reply, address)));
    }

    private RevocationReply Evaluate(RevocationList list, RevocationQuestion question)
    {
        try
        {
            IEnumerable<CertificateParts> authorities = ChainValidator.Parse(question.Authorities.Select(authority => authority.RawData));
            var issuer = CertificateParts.Parse(question.Issuer.RawData);
            CertificateParts signer = ListSigner.Find(list, issuer, authorities)
                ?? throw new MessageFormatException("no revocation list of the issuer");
            return Evaluate(list, ListProof.Of(list, signer, CertificateParts.Parse(question.Certificate.RawData), clock.UtcNow));
        }
        catch (FormatException exception)
        {
            throw new MessageFormatException("no readable revocation list", exception);
        }
    }

    private RevocationReply Evaluate(RevocationList list, ListProof proof)
    {
        if (proof.Entry is { } entry)
        {
            return RevocationReply.Of(new Check(Name, CheckStatus.Failed, RevocationTexts.Revoked(entry.ToEntry())));
        }

        if (proof.Doubt is { } doubt)
        {
            string text = doubt == ListDoubt.NotCurrent
                ? RevocationTexts.NotCurrent(new DateTimeOffset(list.ThisUpdate))
                : RevocationTexts.NoProof(doubt);
            return RevocationReply.Of(new Check(Name, CheckStatus.Warning, text));
        }

        bool isWhole = proof.Reasons == RevocationReasons.All;
        return new RevocationReply(
            new Check(
                Name,
                isWhole ? CheckStatus.Passed : CheckStatus.Warning,
                isWhole ? Strings.Format(StringId.NotRevoked) : RevocationTexts.NoProof(ListDoubt.SomeReasons)),
            proof.Reasons);
    }
}
