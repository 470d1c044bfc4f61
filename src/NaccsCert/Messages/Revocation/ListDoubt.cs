namespace NaccsCert.Messages.Revocation;

/// <summary>Why a revocation list proves nothing about a certificate.</summary>
internal enum ListDoubt
{
    /// <summary>It only says what changed since another list.</summary>
    DeltaList,

    /// <summary>It is for other kinds of certificates: those of users, of CAs, or of attributes.</summary>
    OtherScope,

    /// <summary>It was made for another distribution point, or by another issuer.</summary>
    OtherDistributionPoint,

    /// <summary>It lists some reasons only.</summary>
    SomeReasons,

    /// <summary>A critical extension of it, or of an entry, is not known here.</summary>
    UnknownCriticalExtension,

    /// <summary>It has no number, so that nobody can tell which of two is newer.</summary>
    WithoutNumber,

    /// <summary>It was made in the future, or is too old, or does not say until when it holds.</summary>
    NotCurrent,

    /// <summary>It was signed with MD5 or SHA-1, or by a weak key.</summary>
    WeakSignature,

    /// <summary>Its signer may not sign lists.</summary>
    SignerNotAllowed,

    /// <summary>The certificate was taken off the list, which only a delta list can say.</summary>
    RemovedFromList,
}
