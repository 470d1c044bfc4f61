namespace NaccsCert.Keys;

/// <summary>What the private key of an installed certificate can do.</summary>
internal enum KeyState
{
    /// <summary>It signs, and the certificate's public key confirms the signature.</summary>
    Signs,

    /// <summary>The certificate has none.</summary>
    Missing,

    /// <summary>The certificate names one, but it cannot be opened, or what it signs is not confirmed.</summary>
    Unusable,
}
