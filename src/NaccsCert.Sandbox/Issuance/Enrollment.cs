using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Policy;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>The first certificate of a terminal: one code set, one certificate.</summary>
/// <param name="ledger">What was issued.</param>
/// <param name="issuing">Issues.</param>
/// <param name="approvalDelay">How long a request stays pending.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class Enrollment(Ledger ledger, Issuing issuing, IsoDuration approvalDelay, TimeProvider clock)
{
    /// <summary>Decides about a request that came with a good code set.</summary>
    public Task<Outcome> EnrollAsync(
        (long Id, string Terminal) codeSet, RequestedKey key, RevocationAddresses revocation, CancellationToken cancellationToken) =>
        ledger.DecideAsync(entries => Decide(entries, codeSet, key, revocation), cancellationToken);

    /// <summary>Decides within a transaction that decides more than this.</summary>
    public Outcome Decide(LedgerTransaction entries, (long Id, string Terminal) codeSet, RequestedKey key, RevocationAddresses revocation)
    {
        if (entries.EnrolledWith(codeSet.Id) is { } issued)
        {
            // Whoever lost the answer sends the same request again and loses nothing.
            return issued.PublicKey.AsSpan().SequenceEqual(key.Hash)
                ? Outcome.Issued(issued.Encoded)
                : new Outcome(Decision.CodesRefused, "these codes have been used");
        }

        if (entries.WithPublicKey(key.Hash) is not null)
        {
            return new Outcome(Decision.KeyRefused, "this key is certified already; make a new one");
        }

        TimeSpan wait = TimeUntilApproval(entries, codeSet.Id, key);
        if (wait > TimeSpan.Zero)
        {
            return Outcome.Pending(wait);
        }

        LedgerEntry entry = issuing.Issuer.Issue(new CertificateOrder(
            issuing.Naming.For(codeSet.Terminal), key.PublicKey, key.Hash, revocation, Predecessor: null));
        entries.AddEnrolled(entry, codeSet.Id);
        return Outcome.Issued(entry.Encoded);
    }

    private TimeSpan TimeUntilApproval(LedgerTransaction entries, long codeSet, RequestedKey key)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return approvalDelay.After(entries.FirstSeen(codeSet, key.Hash, now)) - now;
    }
}
