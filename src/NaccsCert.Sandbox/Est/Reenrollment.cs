using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Policy;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Est;

/// <summary>The next certificate of a terminal: one renewal of each certificate, while it is current.</summary>
/// <param name="ledger">What was issued.</param>
/// <param name="issuer">Issues.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class Reenrollment(Ledger ledger, CertificateIssuer issuer, TimeProvider clock)
{
    /// <summary>Decides about a request that came over TLS with a client certificate.</summary>
    public Task<EstReply> ReenrollAsync(
        X509Certificate2 current, SigningRequest request, RevocationAddresses revocation, CancellationToken cancellationToken) =>
        ledger.DecideAsync(entries => Decide(entries, current, request, revocation), cancellationToken);

    private EstReply Decide(LedgerTransaction entries, X509Certificate2 current, SigningRequest request, RevocationAddresses revocation)
    {
        // What the ledger has, octet for octet, was issued here: that says more than a signature would.
        if (entries.WithSerial(current.SerialNumber) is not { } entry || !entry.Encoded.AsSpan().SequenceEqual(current.RawData))
        {
            return Forbidden("the client certificate was not issued by this service");
        }

        if ((RenewalPolicy.Refusal(entry, clock.GetUtcNow()) ?? Difference(current, request)) is { } reason)
        {
            return Forbidden(reason);
        }

        if (entries.SuccessorOf(entry.Serial) is { } successor)
        {
            return successor.PublicKey.AsSpan().SequenceEqual(request.PublicKeyHash)
                ? CertsOnlyMessage.Reply(successor.Encoded)
                : Forbidden("the client certificate has been renewed already, with another key");
        }

        if (entries.WithPublicKey(request.PublicKeyHash) is not null)
        {
            return Forbidden("the key is not new; every renewal needs a new key");
        }

        LedgerEntry renewed = issuer.Issue(
            current.SubjectName, request.PublicKey, request.PublicKeyHash, revocation, current.NotBefore.ToUniversalTime());
        entries.AddRenewed(renewed, entry.Serial);
        return CertsOnlyMessage.Reply(renewed.Encoded);
    }

    // RFC 7030 section 4.2.2: subject and subject alternative name must be those of the current certificate.
    private static string? Difference(X509Certificate2 current, SigningRequest request)
    {
        if (!SubjectNames.AreSame(current.SubjectName, request.Subject))
        {
            return "the subject differs from that of the client certificate";
        }

        return SubjectNames.AlternativeName(current.Extensions).AsSpan().SequenceEqual(request.AlternativeName)
            ? null
            : "the subject alternative name differs from that of the client certificate";
    }

    private static EstReply Forbidden(string reason) => EstReply.Refusal(StatusCodes.Status403Forbidden, reason);
}
