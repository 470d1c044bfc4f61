using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Policy;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Est;

/// <summary>The first certificate of a terminal: one code set, one certificate.</summary>
/// <param name="ledger">What was issued.</param>
/// <param name="issuing">Issues.</param>
/// <param name="signIn">Refuses codes.</param>
/// <param name="approvalDelay">How long a request stays pending.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class Enrollment(Ledger ledger, Issuing issuing, SignIn signIn, IsoDuration approvalDelay, TimeProvider clock)
{
    /// <summary>Decides about a request that came with a good code set.</summary>
    public Task<EstReply> EnrollAsync(
        (long Id, string Terminal) codeSet, SigningRequest request, RevocationAddresses revocation, CancellationToken cancellationToken) =>
        ledger.DecideAsync(entries => Decide(entries, codeSet, request, revocation), cancellationToken);

    private EstReply Decide(LedgerTransaction entries, (long Id, string Terminal) codeSet, SigningRequest request, RevocationAddresses revocation)
    {
        if (entries.EnrolledWith(codeSet.Id) is { } issued)
        {
            // Whoever lost the answer sends the same request again and loses nothing.
            return issued.PublicKey.AsSpan().SequenceEqual(request.PublicKeyHash)
                ? issuing.Bundle.Issued(issued.Encoded)
                : signIn.Refusal("these codes have been used");
        }

        if (entries.WithPublicKey(request.PublicKeyHash) is not null)
        {
            return EstReply.Refusal(StatusCodes.Status400BadRequest, "this key is certified already; make a new one");
        }

        TimeSpan wait = TimeUntilApproval(entries, codeSet.Id, request);
        if (wait > TimeSpan.Zero)
        {
            return EstReply.Later(StatusCodes.Status202Accepted, wait, "the request waits for approval; send it again later");
        }

        LedgerEntry entry = issuing.Issuer.Issue(new CertificateOrder(
            issuing.Naming.For(codeSet.Terminal), request.PublicKey, request.PublicKeyHash, revocation, Predecessor: null));
        entries.AddEnrolled(entry, codeSet.Id);
        return issuing.Bundle.Issued(entry.Encoded);
    }

    private TimeSpan TimeUntilApproval(LedgerTransaction entries, long codeSet, SigningRequest request)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return approvalDelay.After(entries.FirstSeen(codeSet, request.PublicKeyHash, now)) - now;
    }
}
