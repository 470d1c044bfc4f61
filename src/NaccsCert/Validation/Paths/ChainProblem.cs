namespace NaccsCert.Validation.Paths;

/// <summary>Why a certificate does not chain to a root; the names are those of .NET's chain status where it has one.</summary>
internal enum ChainProblem
{
    /// <summary>No root was handed in that may count.</summary>
    NoRoot,

    /// <summary>No path leads to a root.</summary>
    PartialChain,

    /// <summary>There are more paths than anybody has a use for.</summary>
    TooComplex,

    /// <summary>A certificate or a part of it cannot be read.</summary>
    Malformed,

    /// <summary>A signature is wrong, or of a kind that is not known.</summary>
    NotSignatureValid,

    /// <summary>A signature with MD5 or SHA-1, or made by a weak key.</summary>
    WeakSignature,

    /// <summary>RSA under 2048 bits, a curve under 256, or a key of another kind.</summary>
    WeakKey,

    /// <summary>A certificate has ended, or is not valid yet.</summary>
    NotTimeValid,

    /// <summary>Not version 3, though it has what only version 3 has.</summary>
    InvalidVersion,

    /// <summary>An issuer or a CA without a name, or a subject that is nowhere named.</summary>
    InvalidName,

    /// <summary>A serial number that is not positive, or longer than 20 octets (servers only).</summary>
    InvalidSerialNumber,

    /// <summary>An extension is there twice, or says what it must not.</summary>
    InvalidExtension,

    /// <summary>A critical extension is not known here.</summary>
    HasNotSupportedCriticalExtension,

    /// <summary>One that is no CA issued, or too deep below one, or a CA stands where it must not.</summary>
    InvalidBasicConstraints,

    /// <summary>The key may not do what it did or is to do.</summary>
    NotValidForUsage,

    /// <summary>A name lies where its issuer may not name anything.</summary>
    InvalidNameConstraints,

    /// <summary>No policy is left that every issuer allows, though one demands it.</summary>
    InvalidPolicyConstraints,
}
