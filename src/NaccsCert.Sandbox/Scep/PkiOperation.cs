using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using NaccsCert.Sandbox.Codes;
using NaccsCert.Sandbox.Http;
using NaccsCert.Sandbox.Issuance;

namespace NaccsCert.Sandbox.Scep;

/// <summary>Decides about the messages of <c>PKIOperation</c> (RFC 8894 section 4.3).</summary>
/// <param name="services">Issues certificates.</param>
/// <param name="enrollment">Decides about first enrollments.</param>
/// <param name="identity">Opens envelopes.</param>
/// <param name="algorithms">Which algorithms are accepted.</param>
internal sealed class PkiOperation(
    IssuanceServices services, ScepEnrollment enrollment, ScepIdentity identity, ScepAlgorithms algorithms)
{
    /// <summary>What a client has to put into the challengePassword, as the service definition says it too.</summary>
    public const string ChallengeTemplate = CodeSet.UserTemplate + ":" + CodeSet.PasswordTemplate;

    /// <summary>Decides about a message.</summary>
    /// <returns>What to answer, or a refusal in the words of HTTP.</returns>
    public async Task<(Result? Result, HttpReply? Refusal)> DecideAsync(HttpContext context, PkiMessage message)
    {
        if (!algorithms.AcceptsDigest(message.DigestAlgorithm))
        {
            return (Result.Failure(FailInfo.BadAlg, $"the digest {message.DigestAlgorithm} is not accepted"), null);
        }

        if (!message.IsSigned)
        {
            return (Result.Failure(FailInfo.BadMessageCheck, "the signature is wrong"), null);
        }

        using RSA? signerKey = message.Signer.GetRSAPublicKey();
        if (signerKey is null)
        {
            return (Result.Failure(FailInfo.BadAlg, "the signer needs an RSA key, for the answer is encrypted to it"), null);
        }

        (OpenedEnvelope? opened, Result? failure) = OpenedEnvelope.Open(message.Envelope, identity, algorithms);
        if (opened is null)
        {
            return (failure, null);
        }

        switch (message.Type)
        {
            case MessageType.PkcsReq:
                return await EnrollAsync(context, message, opened);
            case MessageType.RenewalReq:
                return (await RenewAsync(context, message, opened), null);
            case MessageType.CertPoll:
                return (await PollAsync(context, message, opened), null);
            default:
                return (Result.Failure(FailInfo.BadRequest, "this type of message is not supported"), null);
        }
    }

    private async Task<(Result? Result, HttpReply? Refusal)> EnrollAsync(HttpContext context, PkiMessage message, OpenedEnvelope opened)
    {
        if (!SigningRequest.TryRead(opened.Content, out SigningRequest? request, out string? reason))
        {
            return (Result.Failure(FailInfo.BadRequest, reason), null);
        }

        // RFC 8894 section 2.3: whoever has no certificate yet makes one for the key that is to be certified.
        if (!RequestedKey.HashOf(message.Signer.PublicKey).AsSpan().SequenceEqual(request.Key.Hash))
        {
            return (Result.Failure(FailInfo.BadRequest, "the message is not signed with the key that it asks a certificate for"), null);
        }

        string[] codes = (request.Challenge ?? string.Empty).Split(':', 2);
        if (codes.Length < 2)
        {
            return (Result.Failure(FailInfo.BadRequest, "the challengePassword is missing, or not of the form code1:code2code3"), null);
        }

        ((long Id, string Terminal)? codeSet, TimeSpan? wait) =
            services.Codes.Check(context.Connection.RemoteIpAddress, codes[0], codes[1]);
        if (wait is not null)
        {
            return (null, HttpReply.TooManyGuesses(wait.Value));
        }

        if (codeSet is null)
        {
            return (Result.Failure(FailInfo.BadRequest, "these codes are not known"), null);
        }

        Outcome? outcome = await enrollment.EnrollAsync(
            message.TransactionId, codeSet.Value, request.Key, services.Revocation(context), context.RequestAborted);
        return (outcome is null
            ? Result.Failure(FailInfo.BadRequest, "this transactionID is that of another request")
            : Result.Of(outcome, opened.Cipher), null);
    }

    // RFC 8894 section 3.3.1.2: the certificate that the message is signed with is the one that is renewed.
    private async Task<Result> RenewAsync(HttpContext context, PkiMessage message, OpenedEnvelope opened) =>
        SigningRequest.TryRead(opened.Content, out SigningRequest? request, out string? reason)
            ? Result.Of(
                await services.Reenrollment.ReenrollAsync(
                    message.Signer, request, services.Revocation(context), context.RequestAborted),
                opened.Cipher)
            : Result.Failure(FailInfo.BadRequest, reason);

    private async Task<Result> PollAsync(HttpContext context, PkiMessage message, OpenedEnvelope opened)
    {
        Outcome? outcome = await enrollment.PollAsync(
            message.TransactionId, message.Signer.PublicKey, services.Revocation(context), context.RequestAborted);
        return outcome is null
            ? Result.Failure(FailInfo.BadCertId, "there is no such transaction")
            : Result.Of(outcome, opened.Cipher);
    }
}
