namespace NaccsCert.Sandbox.Behavior;

/// <summary>What becomes of the answers of SCEP's <c>PKIOperation</c>.</summary>
internal enum ScepAnswerRule
{
    /// <summary>They are right.</summary>
    Usual,

    /// <summary>They carry another recipientNonce than the request's senderNonce.</summary>
    WrongNonce,

    /// <summary>They carry another transactionID.</summary>
    WrongTransaction,

    /// <summary>They are signed by somebody who bears the name of the CA.</summary>
    OtherSigner,

    /// <summary>They are no messages.</summary>
    Garbage,
}
