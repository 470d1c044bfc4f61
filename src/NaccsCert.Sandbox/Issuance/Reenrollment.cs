using System;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Policy;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>The next certificate of a terminal: one renewal of each certificate, while it is current.</summary>
/// <param name="ledger">What was issued.</param>
/// <param name="issuing">Issues.</param>
/// <param name="sameKey">Whether a renewal may keep its key.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class Reenrollment(Ledger ledger, Issuing issuing, bool sameKey, TimeProvider clock)
{
    /// <summary>Decides about a request that came with proof of the current certificate.</summary>
    public Task<Outcome> ReenrollAsync(
        X509Certificate2 current, SigningRequest request, RevocationAddresses revocation, CancellationToken cancellationToken) =>
        ledger.DecideAsync(entries => Decide(entries, current, request, revocation), cancellationToken);

    private Outcome Decide(LedgerTransaction entries, X509Certificate2 current, SigningRequest request, RevocationAddresses revocation)
    {
        // What the ledger has, octet for octet, was issued here: that says more than a signature would.
        if (entries.WithSerial(current.SerialNumber) is not { } entry || !entry.Encoded.AsSpan().SequenceEqual(current.RawData))
        {
            return Refused("the client certificate was not issued by this service");
        }

        if ((RenewalPolicy.Refusal(entry, clock.GetUtcNow()) ?? Difference(current, request)) is { } reason)
        {
            return Refused(reason);
        }

        byte[] ledgerKey = LedgerKey(current, request);
        if (entries.SuccessorOf(entry.Serial) is { } successor)
        {
            return successor.PublicKey.AsSpan().SequenceEqual(ledgerKey)
                ? Outcome.Issued(successor.Encoded)
                : Refused("the client certificate has been renewed already, with another key");
        }

        if (entries.WithPublicKey(ledgerKey) is not null)
        {
            return Refused("the key is not new; every renewal needs a new key");
        }

        var name = new TerminalName(current.SubjectName, SubjectNames.AlternativeName(current.Extensions));
        LedgerEntry renewed = issuing.Issuer.Issue(
            new CertificateOrder(name, request.Key.PublicKey, ledgerKey, revocation, CertificatePeriod.Of(current)));
        entries.AddRenewed(renewed, entry.Serial);
        return Outcome.Issued(renewed.Encoded);
    }

    // The ledger knows every key once. One that is kept is entered under the serial number of its predecessor too.
    private byte[] LedgerKey(X509Certificate2 current, SigningRequest request)
    {
        bool isKept = sameKey && RequestedKey.HashOf(current.PublicKey).AsSpan().SequenceEqual(request.Key.Hash);
        return isKept ? SHA256.HashData([.. request.Key.Hash, .. current.SerialNumberBytes.Span]) : request.Key.Hash;
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

    private static Outcome Refused(string reason) => new(Decision.RenewalRefused, reason);
}
