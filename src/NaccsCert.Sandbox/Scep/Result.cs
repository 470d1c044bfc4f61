using System;
using NaccsCert.Sandbox.Issuance;

namespace NaccsCert.Sandbox.Scep;

/// <summary>What a CertRep is to say.</summary>
/// <param name="Status">The pkiStatus.</param>
/// <param name="Reason">The failInfo, where the status is a failure.</param>
/// <param name="Text">The failInfoText: why, in one line.</param>
internal sealed record Result(PkiStatus Status, FailInfo Reason, string Text)
{
    /// <summary>The issued certificate, DER; empty where there is none.</summary>
    public byte[] Certificate { get; private init; } = [];

    /// <summary>Object identifier of the algorithm that the issued certificate is enveloped with.</summary>
    public string Cipher { get; private init; } = ScepIdentifiers.Aes128;

    /// <summary>How long a request has to wait, which HTTP says: SCEP has no words for it. Null where it does not wait.</summary>
    public TimeSpan? Wait { get; private init; }

    public static Result Failure(FailInfo reason, string text) => new(PkiStatus.Failure, reason, text);

    /// <summary>What was decided, in the words of SCEP.</summary>
    /// <param name="outcome">The decision.</param>
    /// <param name="cipher">Object identifier of the algorithm of the request's envelope, which the answer takes up.</param>
    public static Result Of(Outcome outcome, string cipher)
    {
        switch (outcome.Decision)
        {
            case Decision.Issued:
                return new Result(PkiStatus.Success, default, string.Empty) { Certificate = outcome.Certificate, Cipher = cipher };
            case Decision.Pending:
                return new Result(PkiStatus.Pending, default, string.Empty) { Wait = outcome.Wait };
            default:
                return Failure(FailInfo.BadRequest, outcome.Reason);
        }
    }
}
