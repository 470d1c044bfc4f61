namespace NaccsCert.Validation;

/// <summary>Why a certificate cannot be the client certificate of a key.</summary>
internal enum ClientCertificateProblem
{
    /// <summary>It is no certificate, or a part of it cannot be read.</summary>
    Unreadable,

    /// <summary>It carries the public key of another one.</summary>
    KeyMismatch,

    /// <summary>It is one of a CA.</summary>
    IsAuthority,

    /// <summary>It is limited to other usages than client authentication.</summary>
    UsageInvalid,

    /// <summary>It has ended.</summary>
    Expired,
}
