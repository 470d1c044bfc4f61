using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Issuance;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Scep;

/// <summary>First enrollments, and polling for those that wait: each is known by its transaction.</summary>
/// <param name="ledger">What was issued, and the transactions.</param>
/// <param name="enrollment">Decides about requests.</param>
internal sealed class ScepEnrollment(Ledger ledger, Enrollment enrollment)
{
    /// <summary>Decides about a request (RFC 8894 section 3.3.1) that came with a good code set. The same again gets the same.</summary>
    /// <returns>The decision, or null if the transaction is that of another request.</returns>
    public Task<Outcome?> EnrollAsync(
        string transaction,
        (long Id, string Terminal) codeSet,
        RequestedKey key,
        RevocationAddresses revocation,
        CancellationToken cancellationToken) =>
        ledger.DecideAsync(
            entries =>
            {
                if (entries.Scep(transaction) is { } known && (known.CodeSet.Id != codeSet.Id || !IsFor(known, key)))
                {
                    return null;
                }

                Outcome outcome = enrollment.Decide(entries, codeSet, key, revocation);
                if (outcome.Decision is Decision.Issued or Decision.Pending)
                {
                    entries.AddScep(transaction, codeSet.Id, key.Hash);
                }

                return outcome;
            },
            cancellationToken);

    /// <summary>Decides about a request that waits (RFC 8894 section 3.3.3).</summary>
    /// <returns>The decision, or null if this signer has no such transaction.</returns>
    public Task<Outcome?> PollAsync(
        string transaction, PublicKey signer, RevocationAddresses revocation, CancellationToken cancellationToken) =>
        ledger.DecideAsync(
            entries =>
            {
                RequestedKey key = RequestedKey.Of(signer);
                return entries.Scep(transaction) is { } known && IsFor(known, key)
                    ? enrollment.Decide(entries, known.CodeSet, key, revocation)
                    : null;
            },
            cancellationToken);

    private static bool IsFor(ScepTransaction transaction, RequestedKey key) => transaction.PublicKey.AsSpan().SequenceEqual(key.Hash);
}
